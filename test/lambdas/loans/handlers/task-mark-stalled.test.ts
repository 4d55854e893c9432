import { describe, expect, it } from 'vitest';
import { taskMarkStalled } from '../../../../lambdas/loans/handlers/task-mark-stalled.ts';
import { taskOpenNeeds } from '../../../../lambdas/loans/handlers/task-open-needs.ts';
import { taskWrite } from '../../../../lambdas/shared/views/task.v1.ts';
import { toldEvents } from '../../../support/fake-kernel.ts';
import { complete, loanWorld } from '../loan-world.ts';

const stalled = async () => {
  const world = loanWorld();
  const loanId = await world.open(complete);
  await world.move(loanId, 'take-application', 'submit-to-processing');
  const input = await world.input(loanId);
  await taskOpenNeeds(input, world.deps);
  world.kernel.clock.advance(14 * 24 * 3600_000);
  const due = () =>
    toldEvents(world.kernel.storage).filter(({ detailType }) => detailType === 'NeedReminderDue.v1');
  return { ...world, loanId, input, due };
};

describe('a stage that stands still', () => {
  it('marks its open needs, reminds of each, and gives a person of the branch a task', async () => {
    const { input, deps, file, loanId, due } = await stalled();
    expect(await taskMarkStalled(input, deps)).toEqual({ outcome: 'STALLED' });
    const { needs, tasks } = await file(loanId);
    expect(needs.every((need) => need.stalled)).toBe(true);
    expect(tasks).toMatchObject([
      {
        kind: 'stalled-stage',
        aboutId: 'PROCESSING#1',
        status: 'OPEN',
        branchId: 'branch_main',
        escalated: false,
      },
    ]);
    expect(due()).toHaveLength(5);
    expect(due().every(({ data }) => data['stalled'] === true)).toBe(true);
  });

  it('is told of once when the step runs twice', async () => {
    const { input, deps, file, loanId, due } = await stalled();
    await taskMarkStalled(input, deps);
    await Promise.all([taskMarkStalled(input, deps), taskMarkStalled(input, deps)]);
    expect((await file(loanId)).tasks).toHaveLength(1);
    expect(due()).toHaveLength(5);
  });

  it('is escalated on the same task when it stands still again', async () => {
    const { input, deps, file, loanId, kernel, due } = await stalled();
    await taskMarkStalled(input, deps);
    kernel.clock.advance(14 * 24 * 3600_000);
    await taskMarkStalled(input, deps);
    expect((await file(loanId)).tasks).toMatchObject([{ escalated: true, status: 'OPEN' }]);
    expect(due()).toHaveLength(10);
  });

  it('leaves a task done that somebody did at the same moment, and opens another', async () => {
    const { input, deps, file, loanId, kernel } = await stalled();
    await taskMarkStalled(input, deps);
    kernel.clock.advance(14 * 24 * 3600_000);
    const [task] = (await file(loanId)).tasks;
    const done = { ...task!, status: 'DONE' as const, doneBy: 'user_01JD0000000000000000000009' };
    let isDone = false;
    await taskMarkStalled(input, {
      ...deps,
      commit: async (change) => {
        if (!isDone) await kernel.storage.write(taskWrite(done));
        isDone = true;
        return deps.commit(change);
      },
    });
    const { tasks } = await file(loanId);
    expect(tasks.find(({ taskId }) => taskId === done.taskId)).toEqual(done);
    expect(tasks.filter(({ status }) => status === 'OPEN')).toHaveLength(1);
  });

  it('that was left is not marked', async () => {
    const { input, deps, move, loanId, file } = await stalled();
    await move(loanId, 'withdraw');
    expect(await taskMarkStalled(input, deps)).toEqual({ outcome: 'LEFT' });
    expect((await file(loanId)).tasks).toEqual([]);
  });
});
