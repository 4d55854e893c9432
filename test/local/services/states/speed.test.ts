import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sqliteStore } from '../../../../local/runtime/sqlite-store.ts';
import { machine, machineRoom, type States } from './machine-room.ts';

it('a transition through Pass and Choice, written to disk, takes well under a millisecond', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'states-'));
  const store = sqliteStore(join(folder, 'state.db'));
  const room = machineRoom({ store });
  const states: States = {
    Count: { Type: 'Pass', Output: { n: '{% $states.input.n + 1 %}' }, Next: 'Enough?' },
    'Enough?': {
      Type: 'Choice',
      Choices: [{ Condition: '{% $states.input.n >= 1000 %}', Next: 'Done' }],
      Default: 'Count',
    },
    Done: { Type: 'Succeed' },
  };
  const startedAt = performance.now();
  const record = await room.run(machine(states), { n: 0 });
  const perTransitionMs = (performance.now() - startedAt) / room.engine.transitions();
  store.close();
  rmSync(folder, { recursive: true });
  expect(record).toMatchObject({ status: 'SUCCEEDED', output: { n: 1000 } });
  console.log(`states: ${perTransitionMs.toFixed(3)} ms per transition`);
  expect(perTransitionMs).toBeLessThan(1);
});
