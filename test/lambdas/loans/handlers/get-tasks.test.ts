import { describe, expect, it } from 'vitest';
import { taskView, taskWrite } from '../../../../lambdas/shared/views/task.v1.ts';
import { asBorrower, loanWorld, people } from '../loan-world.ts';

const task = (n: number, more = {}) =>
  taskWrite({
    ...taskView.example,
    taskId: `task_01JD000000000000000000000${n}`,
    dueAt: `2026-11-2${9 - n}T15:00:00.000Z`,
    ...more,
  });

describe('GET /v1/tasks', () => {
  it("lists what is open in the caller's branch, the most urgent first", async () => {
    const { call, kernel } = loanWorld();
    for (const write of [task(1), task(2), task(3, { branchId: 'branch_far' }), task(4, { status: 'DONE' })])
      await kernel.storage.write(write);
    const { body } = await call('GET', '/v1/tasks', people.processor);
    expect((body['items'] as unknown as { taskId: string }[]).map(({ taskId }) => taskId.at(-1))).toEqual([
      '2',
      '1',
    ]);
    expect(body['next']).toBeUndefined();
  });

  it('is refused to those who do no loan work', async () => {
    const { call } = loanWorld();
    for (const who of [people.compliance, people.operations, asBorrower('cont_01JD0000000000000000000002')])
      expect((await call('GET', '/v1/tasks', who)).status).toBe(403);
  });
});
