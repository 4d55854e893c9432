import { mkdirSync, writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { expectNothingLostOrDoubled, reportOf } from './fault-laws.ts';
import { faultRun } from './fault-run.ts';

const loans = Number.parseInt(process.env['KEYTURN_FAULT_LOANS'] ?? '200', 10);

it(`carries ${loans} loans through kills, repeats, disorder and refusals without losing or doubling anything`, async () => {
  const run = await faultRun(loans, 20_261_121, (progress) => process.stdout.write(`${progress}\n`));
  process.stdout.write(`${reportOf(run)}\n`);
  mkdirSync('.cache', { recursive: true });
  writeFileSync('.cache/fault-run.json', JSON.stringify(run, null, 1));
  expectNothingLostOrDoubled(run);
});
