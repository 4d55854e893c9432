import type * as z from 'zod';
import { readEnv } from '../../shared/env.ts';
import { busMessage } from '../../shared/events/event.ts';
import { loanStageChanged } from '../../shared/events/loan-stage-changed.v1.ts';
import { queueFunction, sqsDeadLetters } from '../../shared/queue.ts';
import { isEndedStage } from '../../shared/stages.ts';
import { loanSubject } from '../../shared/table.ts';
import { WaitsEnv, type WaitsKernel, wireWaits } from '../adapters/waits-env.ts';
import { Document } from '../domain/document.ts';

const Message = busMessage(loanStageChanged);

/**
 * LoanStageChanged to an end: every wait for a person is answered, and the machine returns the document, unread, with the
 * task done. A wait that begins later finds the loan ended; one that was answered is done.
 */
export async function onLoanEnded(
  { detail }: z.output<typeof Message>,
  { storage, machine }: WaitsKernel,
): Promise<void> {
  if (!isEndedStage(detail.data.to)) return;
  const { items } = await storage.query(loanSubject(detail.data.loanId), { prefix: 'DOCUMENT#' });
  for (const item of items) {
    const { state, review } = Document.parse(item);
    if (state === 'IN_REVIEW' && review && !review.decision) await machine.answer(review.token, 'return');
  }
}

export type Env = z.input<typeof WaitsEnv>;

export const handler = queueFunction({
  consumer: 'documents-on-loan-ended',
  message: Message,
  wire: () => wireWaits(readEnv(WaitsEnv)),
  run: onLoanEnded,
  deadLetters: ({ deadLetterQueueUrl }) => sqsDeadLetters(deadLetterQueueUrl),
});
