import { describe, expect, it } from 'vitest';
import { taskAwaitReview } from '../../../../lambdas/documents/handlers/task-await-review.ts';
import { toldEvents } from '../../../support/fake-kernel.ts';
import { accept, inReview, review, reviewOf, taskOf, wait } from './review.ts';
import { documentId, reading, stage } from './stage.ts';

describe('the wait for a person', () => {
  it('opens one task of the branch and tells of it, with the token kept', async () => {
    const deps = await inReview();
    expect(await taskOf(deps)).toMatchObject({
      kind: 'review-document',
      aboutId: documentId,
      branchId: 'branch_main',
      status: 'OPEN',
      escalated: false,
    });
    expect(await deps.document()).toMatchObject({ state: 'IN_REVIEW', review: { token: 'token-1' } });
    expect(toldEvents(deps.storage).map(({ detailType }) => detailType)).toEqual(['DocumentReviewNeeded.v1']);
  });

  it('is the same when the step runs again with its token', async () => {
    const deps = await inReview();
    await taskAwaitReview(wait('token-1'), deps);
    expect(toldEvents(deps.storage)).toHaveLength(1);
  });

  it('escalates the same task with the new token', async () => {
    const deps = await inReview();
    const before = await taskOf(deps);
    await taskAwaitReview(wait('token-2', true), deps);
    expect(await taskOf(deps)).toMatchObject({ taskId: before.taskId, escalated: true, status: 'OPEN' });
    expect((await reviewOf(deps))?.token).toBe('token-2');
    expect(toldEvents(deps.storage).at(-1)?.data).toMatchObject({ escalated: true });
  });

  it('is answered at once when somebody decided before the token was stored', async () => {
    const deps = await inReview();
    await review(deps, accept);
    expect(await taskAwaitReview(wait('token-2', true), deps)).toEqual({ stored: false });
    expect(deps.answered).toEqual([{ token: 'token-2', decision: 'accept' }]);
    expect((await reviewOf(deps))?.token).toBe('token-1');
  });

  it('loses no decision that comes between its look and its write', async () => {
    const deps = await inReview();
    let interrupted = false;
    const commit: typeof deps.commit = async (change) => {
      if (!interrupted) {
        interrupted = true;
        await review(deps, accept);
      }
      return deps.commit(change);
    };
    await taskAwaitReview(wait('token-2', true), { ...deps, commit });
    expect(deps.answered).toEqual([{ token: 'token-2', decision: 'accept' }]);
  });

  it('is answered at once when the loan has ended, also between its look and its write: nobody is asked', async () => {
    const deps = await stage(reading);
    const commit: typeof deps.commit = async (change) => {
      await deps.moveLoan('WITHDRAWN');
      return deps.commit(change);
    };
    expect(await taskAwaitReview(wait('token-1'), { ...deps, commit })).toEqual({ stored: false });
    expect(deps.answered).toEqual([{ token: 'token-1', decision: 'return' }]);
    expect(toldEvents(deps.storage)).toEqual([]);
    expect(deps.storage.all().filter(({ sk }) => sk.startsWith('TASK#'))).toEqual([]);
  });

  it.each(['ACCEPTED', 'RETURNED', 'QUARANTINED'] as const)(
    'is answered at once, and asks nobody, for a document that is %s',
    async (state) => {
      const deps = await stage({ ...reading, state });
      expect(await taskAwaitReview(wait('token-1'), deps)).toEqual({ stored: false });
      expect(deps.answered).toEqual([{ token: 'token-1', decision: 'return' }]);
      expect(toldEvents(deps.storage)).toEqual([]);
    },
  );
});
