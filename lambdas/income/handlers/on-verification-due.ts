import * as z from 'zod';
import { addMs, type Instant } from '../../shared/clock.ts';
import { readEnv } from '../../shared/env.ts';
import { unavailable } from '../../shared/errors.ts';
import { busMessage } from '../../shared/events/event.ts';
import { incomeReportReady } from '../../shared/events/income-report-ready.v1.ts';
import { idSchema, LoanIdSchema } from '../../shared/ids.ts';
import { queueFunction, type QueueContext, sqsDeadLetters } from '../../shared/queue.ts';
import { getVerification } from '../adapters/income-file.ts';
import { type PursuitDeps, pursueVerification } from '../adapters/pursue-verification.ts';
import { PursuitEnv, wirePursuit } from '../adapters/pursuit-wiring.ts';
import { markUnanswered, settleVerification } from '../adapters/settle-verification.ts';
import type { VerificationChecks } from '../adapters/verification-checks.ts';
import { checkDueMs, isPersonsMatter } from '../domain/check-plan.ts';

const consumer = 'income-on-verification-due';

/** What the schedule sends. */
const Check = z.strictObject({
  version: z.literal(1),
  loanId: LoanIdSchema,
  verificationId: idSchema('ver'),
  attempt: z.int().positive(),
});
const Message = z.union([busMessage(incomeReportReady), Check]);

export interface Deps extends PursuitDeps {
  checks: VerificationChecks;
}

/** The provider's word, or the time to ask it: the answer is fetched, never taken from who called. */
export async function onVerificationDue(
  message: z.output<typeof Message>,
  deps: Deps,
  context: QueueContext,
): Promise<void> {
  if ('detail' in message) await fetchReport(message.detail.data, deps, context);
  else await check(message, deps, context);
}

const quickTries = 3;

async function fetchReport(
  { loanId, verificationId }: { loanId: string; verificationId: string },
  deps: Deps,
  { receiveCount, correlationId }: QueueContext,
): Promise<void> {
  const ref = { loanId, verificationId, actor: `system:${consumer}` as const, correlationId };
  const progress = await pursueVerification(deps, ref, 'place-and-ask');
  // After a few quick tries the next check takes over; it is set already.
  if (progress === 'unreachable' && receiveCount < quickTries)
    throw unavailable('Unavailable', 'the report cannot be fetched yet', { verificationId });
}

async function check(
  { loanId, verificationId, attempt }: z.output<typeof Check>,
  deps: Deps,
  { correlationId }: QueueContext,
): Promise<void> {
  const ref = { loanId, verificationId, actor: `system:${consumer}` as const, correlationId };
  const progress = await pursueVerification(deps, ref, 'place-and-ask');
  if (progress === 'settled') return;
  if (isPersonsMatter(progress, attempt)) {
    await markUnanswered(deps, ref, progress === 'unreachable' ? 'ProviderUnreachable' : 'ProviderSlow');
  }
  const dueMs = checkDueMs(attempt + 1);
  if (dueMs === undefined) {
    await settleVerification(deps, ref, { kind: 'closed', reasonCode: 'NoAnswerInTime' });
    return;
  }
  const { orderedAt } = await getVerification(deps.storage, loanId, verificationId);
  const planned = addMs(orderedAt as Instant, dueMs);
  const soonest = addMs(deps.clock.now(), 60_000);
  await deps.checks.set(
    { loanId, verificationId, attempt: attempt + 1 },
    planned > soonest ? planned : soonest,
  );
}

export type Env = z.input<typeof PursuitEnv>;

export const handler = queueFunction({
  consumer,
  message: Message,
  wire: () => wirePursuit(readEnv(PursuitEnv)),
  run: onVerificationDue,
  deadLetters: ({ deadLetterQueueUrl }) => sqsDeadLetters(deadLetterQueueUrl),
});
