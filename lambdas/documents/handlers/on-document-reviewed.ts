import type * as z from 'zod';
import { readEnv } from '../../shared/env.ts';
import { busMessage } from '../../shared/events/event.ts';
import { documentReviewed } from '../../shared/events/document-reviewed.v1.ts';
import { queueFunction, sqsDeadLetters } from '../../shared/queue.ts';
import { getDocument } from '../adapters/document-items.ts';
import { WaitsEnv, type WaitsKernel, wireWaits } from '../adapters/waits-env.ts';

const Message = busMessage(documentReviewed);

/** DocumentReviewed: wakes the machine that waits. A wait that a later round replaced is found by its token; one that has ended is done. */
export async function onDocumentReviewed(
  { detail }: z.output<typeof Message>,
  { storage, machine }: WaitsKernel,
): Promise<void> {
  const { loanId, documentId, decision } = detail.data;
  const { review, state } = await getDocument(storage, loanId, documentId);
  if (state === 'IN_REVIEW' && review) await machine.answer(review.token, decision);
}

export type Env = z.input<typeof WaitsEnv>;

export const handler = queueFunction({
  consumer: 'documents-on-document-reviewed',
  message: Message,
  wire: () => wireWaits(readEnv(WaitsEnv)),
  run: onDocumentReviewed,
  deadLetters: ({ deadLetterQueueUrl }) => sqsDeadLetters(deadLetterQueueUrl),
});
