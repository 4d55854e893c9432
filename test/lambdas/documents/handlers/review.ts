import { taskAwaitReview } from '../../../../lambdas/documents/handlers/task-await-review.ts';
import { taskReconcileDocument } from '../../../../lambdas/documents/handlers/task-reconcile-document.ts';
import type { Document } from '../../../../lambdas/documents/domain/document.ts';
import { keys } from '../../../../lambdas/shared/table.ts';
import { Task } from '../../../../lambdas/shared/views/task.v1.ts';
import { typedPage } from '../../../support/page-words.ts';
import { callDocuments } from './call.ts';
import {
  blair,
  documentId,
  inspectedPayStub,
  loanId,
  processor,
  reading,
  step,
  withInspected,
} from './stage.ts';

const path = `/v1/loans/${loanId}/documents/${documentId}/review`;
export const accept = { decision: 'accept', reasonCode: 'ReadByPerson' };
export const wait = (token: string, escalated = false) => ({ ...step, token, escalated });

/** Avery's stub handed in as Blair's: a person has to look. */
export async function inReview() {
  const deps = await withInspected(inspectedPayStub(), { ...reading, ownerContactId: blair });
  await taskReconcileDocument({ ...step, analyzed: true }, deps);
  await taskAwaitReview(wait('token-1'), deps);
  return deps;
}
/** A page that no rule knows: a person has to name it. */
export async function unknownInReview() {
  const deps = await withInspected(
    inspectedPayStub(typedPage([[0.1, [0.1, 'Dear reader, here is my pay']]])),
  );
  await taskReconcileDocument({ ...step, analyzed: true }, deps);
  await taskAwaitReview(wait('token-1'), deps);
  return deps;
}
type Deps = Awaited<ReturnType<typeof inReview>>;
export const review = (deps: Deps, body: unknown, idempotencyKey = 'review-key-1') =>
  callDocuments(deps, {
    method: 'POST',
    path,
    as: processor,
    body,
    headers: { 'idempotency-key': idempotencyKey },
  });
export const reviewOf = async (deps: Deps) => ((await deps.document()) as unknown as Document).review;
export const taskOf = async (deps: Deps) =>
  Task.parse(await deps.storage.get(keys.task(loanId, (await reviewOf(deps))?.taskId ?? '')));
export const reviewed = (decision: 'accept' | 'return', taskId: string) => ({
  'detail-type': 'DocumentReviewed.v1' as const,
  detail: {
    id: 'evt_01JD0000000000000000000001' as const,
    at: '2026-03-25T15:00:00.000Z',
    correlationId: 'c-1',
    actor: 'user_01JD0000000000000000000009',
    data: { loanId, documentId, taskId, decision } as never,
  },
});
