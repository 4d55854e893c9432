import { describe, expect, it } from 'vitest';
import { type Task, taskWrite } from '../../../../lambdas/shared/views/task.v1.ts';
import { ledgerOf } from '../../../support/fake-kernel.ts';
import { loanWorld, people } from '../loan-world.ts';

const setUp = async (kind: Task['kind'] = 'uncertain-effect') => {
  const world = loanWorld();
  const loanId = await world.open();
  const task: Task = {
    taskId: 'task_01JD0000000000000000000005',
    loanId,
    branchId: 'branch_main',
    kind,
    aboutId: 'eff_01JD0000000000000000000008',
    status: 'OPEN',
    escalated: false,
    openedAt: '2026-11-21T15:00:00.000Z',
    dueAt: '2026-11-22T15:00:00.000Z',
  };
  await world.kernel.storage.write(taskWrite(task));
  const complete = (as = people.processor, request = {}) =>
    world.call(
      'POST',
      `/v1/loans/${loanId}/tasks/${task.taskId}/completions`,
      as,
      { reasonCode: 'handled' },
      request,
    );
  return { ...world, loanId, complete };
};

describe('POST /v1/loans/{loanId}/tasks/{taskId}/completions', () => {
  it("takes the task off the branch's list and puts who and why on the trail", async () => {
    const { complete, call, kernel, loanId } = await setUp();

    const { status, body } = await complete();

    expect([status, body['status'], body['doneBy']]).toEqual([200, 'DONE', people.processor.userId]);
    expect((await call('GET', '/v1/tasks', people.processor)).body).toEqual({ items: [] });
    expect(ledgerOf(kernel.storage, `LOAN#${loanId}`).at(-1)).toMatchObject({
      action: 'TaskDone',
      facts: { reasonCode: 'handled' },
    });
  });

  it('twice with one key is done once; with another key it is refused', async () => {
    const { complete, kernel, loanId } = await setUp();
    const request = { headers: { 'idempotency-key': 'the-same-key' } };
    const first = await complete(people.processor, request);

    expect((await complete(people.processor, request)).body).toEqual(first.body);
    expect((await complete()).body['code']).toBe('TaskNotOpen');
    expect(
      ledgerOf(kernel.storage, `LOAN#${loanId}`).filter(({ action }) => action === 'TaskDone'),
    ).toHaveLength(1);
  });

  it('sends who would close a review to the review', async () => {
    const { complete } = await setUp('review-document');
    expect((await complete()).body['code']).toBe('TaskNeedsReview');
  });

  it('does not exist for an officer of another branch', async () => {
    const { complete } = await setUp();
    expect((await complete(people.farProcessor)).status).toBe(404);
  });
});
