import { describe, expect, it } from 'vitest';
import { readingsOf, type Inspected } from '../../../../lambdas/documents/adapters/readings.ts';
import { onDocumentReviewed } from '../../../../lambdas/documents/handlers/on-document-reviewed.ts';
import { taskAcceptDocument } from '../../../../lambdas/documents/handlers/task-accept-document.ts';
import { taskAwaitReview } from '../../../../lambdas/documents/handlers/task-await-review.ts';
import { taskReconcileDocument } from '../../../../lambdas/documents/handlers/task-reconcile-document.ts';
import { taskReturnDocument } from '../../../../lambdas/documents/handlers/task-return-document.ts';
import type { Document } from '../../../../lambdas/documents/domain/document.ts';
import { keys } from '../../../../lambdas/shared/table.ts';
import { DocumentFacts } from '../../../../lambdas/shared/views/document-facts.v1.ts';
import { Task } from '../../../../lambdas/shared/views/task.v1.ts';
import { toldEvents } from '../../../support/fake-kernel.ts';
import { blair, documentId, inspectedPayStub, loanId, processor, reading, stage, step } from './stage.ts';
import { callDocuments } from './call.ts';

const path = `/v1/loans/${loanId}/documents/${documentId}/review`;
const accept = { decision: 'accept', reasonCode: 'ReadByPerson' };
const wait = (token: string, escalated = false) => ({ ...step, token, escalated });

/** Avery's stub handed in as Blair's: a person has to look. */
async function inReview() {
  const deps = await stage({ ...reading, ownerContactId: blair });
  await readingsOf(deps.store, documentId).writeInspected(inspectedPayStub() as unknown as Inspected);
  await taskReconcileDocument({ ...step, analyzed: true }, deps);
  await taskAwaitReview(wait('token-1'), deps);
  return deps;
}
type Deps = Awaited<ReturnType<typeof inReview>>;
const review = (deps: Deps, body: unknown, idempotencyKey = 'review-key-1') =>
  callDocuments(deps, {
    method: 'POST',
    path,
    as: processor,
    body,
    headers: { 'idempotency-key': idempotencyKey },
  });
const reviewOf = async (deps: Deps) => ((await deps.document()) as unknown as Document).review;
const taskOf = async (deps: Deps) =>
  Task.parse(await deps.storage.get(keys.task(loanId, (await reviewOf(deps))?.taskId ?? '')));
const message = (decision: 'accept' | 'return', taskId: string) => ({
  'detail-type': 'DocumentReviewed.v1' as const,
  detail: {
    id: 'evt_01JD0000000000000000000001' as const,
    at: '2026-03-25T15:00:00.000Z',
    correlationId: 'c-1',
    actor: 'user_01JD0000000000000000000009',
    data: { loanId, documentId, taskId, decision } as never,
  },
});

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
});

describe('POST …/review', () => {
  it('records the decision, wakes the machine, and the document becomes accepted by that person', async () => {
    const deps = await inReview();
    const reply = await review(deps, {
      ...accept,
      corrections: [{ fact: 'currentGross', value: '215100' }],
    });
    expect(reply.status).toBe(202);
    const { taskId } = (await reviewOf(deps))!;
    expect(toldEvents(deps.storage).at(-1)).toEqual({
      detailType: 'DocumentReviewed.v1',
      data: { loanId, documentId, taskId, decision: 'accept' },
    });
    await onDocumentReviewed(message('accept', taskId), deps);
    expect(deps.answered).toEqual([{ token: 'token-1', decision: 'accept' }]);

    await taskAcceptDocument(step, deps);
    const view = DocumentFacts.parse(await deps.storage.get(keys.documentFacts(loanId, documentId, 0)));
    expect(view).toMatchObject({ ownerContactId: blair, acceptedBy: 'user_01JD0000000000000000000009' });
    expect(view.facts.find(({ name }) => name === 'currentGross')).toMatchObject({
      value: '215100',
      engine: 'person',
      correctedBy: 'user_01JD0000000000000000000009',
      page: 1,
    });
    const task = Task.parse(await deps.storage.get(keys.task(loanId, taskId)));
    expect(task).toMatchObject({ status: 'DONE', doneBy: 'user_01JD0000000000000000000009' });
    expect(toldEvents(deps.storage).at(-1)?.data).toMatchObject({ by: 'person', types: ['pay-stub'] });
  });

  it('answers the same key with the same reply and decides once', async () => {
    const deps = await inReview();
    const first = await review(deps, accept);
    const second = await review(deps, accept);
    expect(second.body).toEqual(first.body);
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect(
      toldEvents(deps.storage).filter(({ detailType }) => detailType === 'DocumentReviewed.v1'),
    ).toHaveLength(1);
  });

  it('refuses a second decision', async () => {
    const deps = await inReview();
    await review(deps, accept);
    const other = await review(deps, { decision: 'return', reasonCode: 'WrongPerson' }, 'review-key-2');
    expect([other.status, other.body['code']]).toEqual([409, 'AlreadyReviewed']);
  });

  it('returns the document with the sentence of the chosen code', async () => {
    const deps = await inReview();
    await review(deps, { decision: 'return', reasonCode: 'WrongPerson' });
    await taskReturnDocument({ ...step, refusal: null }, deps);
    expect(await deps.document()).toMatchObject({ state: 'RETURNED', reasonCode: 'WrongPerson' });
    expect(toldEvents(deps.storage).at(-1)?.data).toMatchObject({ reasonCode: 'WrongPerson' });
  });

  it.each([
    ['a sealed value', { fact: 'ssn', value: '900-12-3456' }],
    ['a name', { fact: 'employee', value: 'Somebody Else' }],
    ['a fact that the type has not', { fact: 'box1', value: '1' }],
    ['an amount that is no amount', { fact: 'currentGross', value: '1,000.00' }],
    ['a part that is not there', { part: 3, fact: 'currentGross', value: '1' }],
  ])('refuses to correct %s', async (_title, correction) => {
    const deps = await inReview();
    const reply = await review(deps, { ...accept, corrections: [correction] });
    expect([reply.status, reply.body['code']]).toEqual([422, 'CorrectionRefused']);
    expect(JSON.stringify(reply.body)).not.toContain('900-12');
    expect((await reviewOf(deps))?.decision).toBeUndefined();
  });

  it('is refused where no review waits', async () => {
    const deps = await stage(reading);
    const reply = await review(deps, accept);
    expect([reply.status, reply.body['code']]).toEqual([409, 'NotInReview']);
  });
});
