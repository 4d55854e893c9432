/** MISMO files from the shell: `npm run mismo -- import|export|check FILE [--reveal]`. */
import { parseArgs } from 'node:util';
import { readFileSync } from 'node:fs';
import { runMismo, usage } from './mismo/run-mismo.ts';
import type { MismoOutcome } from './mismo/run-mismo.ts';

function main(): MismoOutcome {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { reveal: { type: 'boolean' } },
    strict: false,
  });
  const [command, file] = positionals;
  if (command === undefined || file === undefined || positionals.length > 2)
    return { exitCode: 2, stdout: '', stderr: `${usage}\n` };
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch {
    return { exitCode: 2, stdout: '', stderr: 'NotReadable: the file cannot be opened\n' };
  }
  return runMismo(command, bytes, values['reveal'] === true);
}

const { exitCode, stdout, stderr } = main();
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = exitCode;
