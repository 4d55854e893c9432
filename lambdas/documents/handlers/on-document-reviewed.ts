import * as z from 'zod';
import { KernelEnv, readEnv } from '../../shared/env.ts';
import { busMessage } from '../../shared/events/event.ts';
import { documentReviewed } from '../../shared/events/document-reviewed.v1.ts';
import { type Kernel, wireKernel } from '../../shared/kernel.ts';
import { queueFunction, sqsDeadLetters } from '../../shared/queue.ts';
import { getDocument } from '../adapters/document-items.ts';
import { type IntakeMachine, intakeMachine } from '../adapters/intake-machine.ts';

const Message = busMessage(documentReviewed);

export interface Deps extends Pick<Kernel, 'storage'> {
  machine: IntakeMachine;
}

/** DocumentReviewed: wakes the machine that waits. A wait that a later round replaced is found by its token; one that has ended is done. */
export async function onDocumentReviewed(
  { detail }: z.output<typeof Message>,
  { storage, machine }: Deps,
): Promise<void> {
  const { loanId, documentId, decision } = detail.data;
  const { review, state } = await getDocument(storage, loanId, documentId);
  if (state === 'IN_REVIEW' && review) await machine.answer(review.token, decision);
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
  consumer: 'documents-on-document-reviewed',
  message: Message,
  wire,
  run: onDocumentReviewed,
  deadLetters: ({ deadLetterQueueUrl }) => sqsDeadLetters(deadLetterQueueUrl),
});
