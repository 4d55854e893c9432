import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sqliteStore } from '../../../../local/runtime/sqlite-store.ts';
import { machine, machineRoom, type States } from './machine-room.ts';

const states: States = {
  Count: { Type: 'Pass', Output: { n: '{% $states.input.n + 1 %}' }, Next: 'Enough?' },
  'Enough?': {
    Type: 'Choice',
    Choices: [{ Condition: '{% $states.input.n >= 400 %}', Next: 'Done' }],
    Default: 'Count',
  },
  Done: { Type: 'Succeed' },
};

/** Milliseconds per transition, everything written to a file. */
async function measure(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'states-'));
  const store = sqliteStore(join(folder, 'state.db'));
  const room = machineRoom({ store });
  const startedAt = performance.now();
  const record = await room.run(machine(states), { n: 0 });
  const perTransitionMs = (performance.now() - startedAt) / room.engine.transitions();
  store.close();
  rmSync(folder, { recursive: true });
  expect(record).toMatchObject({ status: 'SUCCEEDED', output: { n: 400 } });
  return perTransitionMs;
}

it('a transition through Pass and Choice, written to disk, takes well under a millisecond', async () => {
  const runs = [await measure(), await measure(), await measure()];
  console.log(`states: best of three ${Math.min(...runs).toFixed(3)} ms per transition`);
  expect(Math.min(...runs)).toBeLessThan(1);
});
