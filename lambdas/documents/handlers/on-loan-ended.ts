import * as z from 'zod';
import { KernelEnv, readEnv } from '../../shared/env.ts';
import { busMessage } from '../../shared/events/event.ts';
import { loanStageChanged } from '../../shared/events/loan-stage-changed.v1.ts';
import { type Kernel, wireKernel } from '../../shared/kernel.ts';
import { queueFunction, sqsDeadLetters } from '../../shared/queue.ts';
import { isEndedStage } from '../../shared/stages.ts';
import { loanSubject } from '../../shared/table.ts';
import { type IntakeMachine, intakeMachine } from '../adapters/intake-machine.ts';
import { Document } from '../domain/document.ts';

const Message = busMessage(loanStageChanged);

export interface Deps extends Pick<Kernel, 'storage'> {
  machine: Pick<IntakeMachine, 'answer'>;
}

/**
 * LoanStageChanged to an end: every wait for a person is answered, and the machine returns the document, unread, with the
 * task done. A wait that begins later finds the loan ended; one that was answered is done.
 */
export async function onLoanEnded(
  { detail }: z.output<typeof Message>,
  { storage, machine }: Deps,
): Promise<void> {
  if (!isEndedStage(detail.data.to)) return;
  const { items } = await storage.query(loanSubject(detail.data.loanId), { prefix: 'DOCUMENT#' });
  for (const item of items) {
    const { state, review } = Document.parse(item);
    if (state === 'IN_REVIEW' && review && !review.decision) await machine.answer(review.token, 'return');
  }
}

const Env = KernelEnv.extend({ DEAD_LETTER_QUEUE_URL: z.string(), INTAKE_MACHINE_ARN: z.string() });
export type Env = z.input<typeof Env>;

function wire() {
  const env = readEnv(Env);
  return {
    storage: wireKernel(env).storage,
    machine: intakeMachine(env.INTAKE_MACHINE_ARN),
    deadLetterQueueUrl: env.DEAD_LETTER_QUEUE_URL,
  };
}

export const handler = queueFunction({
  consumer: 'documents-on-loan-ended',
  message: Message,
  wire,
  run: onLoanEnded,
  deadLetters: ({ deadLetterQueueUrl }) => sqsDeadLetters(deadLetterQueueUrl),
});
