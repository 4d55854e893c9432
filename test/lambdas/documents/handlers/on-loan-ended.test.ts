import { describe, expect, it } from 'vitest';
import { onLoanEnded } from '../../../../lambdas/documents/handlers/on-loan-ended.ts';
import { taskReturnDocument } from '../../../../lambdas/documents/handlers/task-return-document.ts';
import type { Stage } from '../../../../lambdas/shared/stages.ts';
import { toldEvents } from '../../../support/fake-kernel.ts';
import { accept, inReview, review, taskOf } from './review.ts';
import { loanId, step } from './stage.ts';

const moved = (to: Stage) => ({
  'detail-type': 'LoanStageChanged.v1' as const,
  detail: {
    id: 'evt_01JD0000000000000000000001' as const,
    at: '2026-03-25T15:00:00.000Z',
    correlationId: 'c-1',
    actor: 'user_01JD0000000000000000000009',
    data: { loanId, from: 'PROCESSING' as const, to, transition: 'withdraw', entry: 1 } as never,
  },
});

describe('a loan that ends while a person should look at a document', () => {
  it('has the document returned unread, its owner told so, and the task off the list', async () => {
    const deps = await inReview();
    await deps.moveLoan('WITHDRAWN');
    await onLoanEnded(moved('WITHDRAWN'), deps);
    expect(deps.answered).toEqual([{ token: 'token-1', decision: 'return' }]);
    expect(await taskReturnDocument({ ...step, refusal: null }, deps)).toEqual({ outcome: 'RETURNED' });
    expect(await deps.document()).toMatchObject({ state: 'RETURNED', reasonCode: 'LoanClosed' });
    expect((await taskOf(deps)).status).toBe('DONE');
    expect(toldEvents(deps.storage).at(-1)?.data).toMatchObject({ reasonCode: 'LoanClosed' });
  });

  it('told twice answers the same wait and writes nothing of its own', async () => {
    const deps = await inReview();
    await deps.moveLoan('DENIED');
    const before = deps.storage.all();
    await onLoanEnded(moved('DENIED'), deps);
    await onLoanEnded(moved('DENIED'), deps);
    expect(new Set(deps.answered.map(({ token }) => token))).toEqual(new Set(['token-1']));
    expect(deps.storage.all()).toEqual(before);
  });

  it('leaves a decision that was made before to its machine', async () => {
    const deps = await inReview();
    await review(deps, accept);
    await deps.moveLoan('WITHDRAWN');
    await onLoanEnded(moved('WITHDRAWN'), deps);
    expect(deps.answered).toEqual([]);
  });

  it('and one that merely moves on wakes nobody', async () => {
    const deps = await inReview();
    await onLoanEnded(moved('UNDERWRITING'), deps);
    expect(deps.answered).toEqual([]);
  });
});
