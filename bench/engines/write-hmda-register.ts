/** `node bench/engines/write-hmda-register.ts FILE ROWS`: a register to check, of an invented lender. */
import { writeRegister } from './hmda-register.ts';

const [file, rows] = process.argv.slice(2);
if (file === undefined || !/^\d+$/.test(rows ?? ''))
  throw new Error('usage: node bench/engines/write-hmda-register.ts FILE ROWS');
writeRegister(file, Number(rows));
