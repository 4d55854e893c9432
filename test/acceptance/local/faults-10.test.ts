import { it } from 'vitest';
import { expectNothingLostOrDoubled, reportOf } from '../../faults/fault-laws.ts';
import { faultRun } from '../../faults/fault-run.ts';

it('carries 10 loans through kills, repeats, disorder and refusals without losing or doubling anything', async () => {
  const run = await faultRun(10, 10);
  process.stdout.write(`${reportOf(run)}\n`);
  expectNothingLostOrDoubled(run);
}, 900_000);
