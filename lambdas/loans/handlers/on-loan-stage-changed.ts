import * as z from 'zod';
import { KernelEnv, readEnv } from '../../shared/env.ts';
import { busMessage } from '../../shared/events/event.ts';
import { loanStageChanged } from '../../shared/events/loan-stage-changed.v1.ts';
import { type Kernel, wireKernel } from '../../shared/kernel.ts';
import { queueFunction, sqsDeadLetters } from '../../shared/queue.ts';
import { againWhileLoanMoves } from '../adapters/again.ts';
import { endStage } from '../adapters/end-stage.ts';
import { getLoanFile } from '../adapters/loan-file.ts';
import { type StageMachines, stepFunctions } from '../adapters/stage-machines.ts';

export interface Deps extends Kernel {
  machines: StageMachines;
}

const Message = busMessage(loanStageChanged);
type Message = z.output<typeof Message>;

/** LoanStageChanged: ends the stage that was left, and starts the machine of the stage that was entered. Each part may run twice. */
export async function onLoanStageChanged({ detail }: Message, deps: Deps): Promise<void> {
  const { loanId, from, to, entry } = detail.data;
  await againWhileLoanMoves(async () => {
    const file = await getLoanFile(deps.storage, loanId);
    await endStage(deps, deps.machines, file, {
      stage: from,
      correlationId: detail.correlationId,
    });
  });
  await deps.machines.start({ version: 1, loanId, stage: to, entry, correlationId: detail.correlationId });
}

const Env = KernelEnv.extend({
  DEAD_LETTER_QUEUE_URL: z.string(),
  APPLICATION_MACHINE_ARN: z.string(),
  PROCESSING_MACHINE_ARN: z.string(),
  UNDERWRITING_MACHINE_ARN: z.string(),
});
export type Env = z.input<typeof Env>;

function wire() {
  const env = readEnv(Env);
  const {
    APPLICATION_MACHINE_ARN: APPLICATION,
    PROCESSING_MACHINE_ARN: PROCESSING,
    UNDERWRITING_MACHINE_ARN: UNDERWRITING,
  } = env;
  return {
    ...wireKernel(env),
    machines: stepFunctions({ APPLICATION, PROCESSING, UNDERWRITING }),
    deadLetterQueueUrl: env.DEAD_LETTER_QUEUE_URL,
  };
}

export const handler = queueFunction({
  consumer: 'loans-on-loan-stage-changed',
  message: Message,
  wire,
  run: onLoanStageChanged,
  deadLetters: ({ deadLetterQueueUrl }) => sqsDeadLetters(deadLetterQueueUrl),
});
