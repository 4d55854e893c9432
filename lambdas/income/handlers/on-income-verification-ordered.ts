import type * as z from 'zod';
import { addMs } from '../../shared/clock.ts';
import { readEnv } from '../../shared/env.ts';
import { busMessage } from '../../shared/events/event.ts';
import { incomeVerificationOrdered } from '../../shared/events/income-verification-ordered.v1.ts';
import { queueFunction, sqsDeadLetters } from '../../shared/queue.ts';
import { getVerification } from '../adapters/income-file.ts';
import { type PursuitDeps, pursueVerification } from '../adapters/pursue-verification.ts';
import { PursuitEnv, wirePursuit } from '../adapters/pursuit-wiring.ts';
import type { VerificationChecks } from '../adapters/verification-checks.ts';
import { checkDueMs } from '../domain/check-plan.ts';

const consumer = 'income-on-income-verification-ordered';

const Message = busMessage(incomeVerificationOrdered);

export interface Deps extends PursuitDeps {
  checks: VerificationChecks;
}

/**
 * Places the order with the provider, once. The first check is set before the call: whatever is lost after it, an
 * outage, a crash, a webhook, is found by the check, so an outage needs no second delivery of this message.
 */
export async function onIncomeVerificationOrdered(
  { detail }: z.output<typeof Message>,
  deps: Deps,
): Promise<void> {
  const { loanId, verificationId } = detail.data;
  const { status } = await getVerification(deps.storage, loanId, verificationId);
  if (status === 'SETTLED') return;
  const firstDue = addMs(deps.clock.now(), checkDueMs(1) ?? 0);
  await deps.checks.set({ loanId, verificationId, attempt: 1 }, firstDue);
  const ref = {
    loanId,
    verificationId,
    actor: `system:${consumer}` as const,
    correlationId: detail.correlationId,
  };
  await pursueVerification(deps, ref, 'place');
}

export type Env = z.input<typeof PursuitEnv>;

export const handler = queueFunction({
  consumer,
  message: Message,
  wire: () => wirePursuit(readEnv(PursuitEnv)),
  run: onIncomeVerificationOrdered,
  deadLetters: ({ deadLetterQueueUrl }) => sqsDeadLetters(deadLetterQueueUrl),
});
