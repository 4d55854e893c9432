import * as z from 'zod';
import { dateIn } from '../../shared/calendar.ts';
import { KernelEnv, readEnv } from '../../shared/env.ts';
import { tell } from '../../shared/events/event.ts';
import { needReminderDue } from '../../shared/events/need-reminder-due.v1.ts';
import { LoanIdSchema, NeedIdSchema } from '../../shared/ids.ts';
import { type Kernel, wireKernel } from '../../shared/kernel.ts';
import { queueFunction, sqsDeadLetters } from '../../shared/queue.ts';
import { againWhileLoanMoves } from '../adapters/again.ts';
import { changeNeeds } from '../adapters/change-needs.ts';
import { getLoanFile } from '../adapters/loan-file.ts';
import { remindersAbout } from '../domain/reminder-time.ts';

const consumer = 'loans-on-need-reminder';

/** What the schedule sends. */
const Message = z.strictObject({
  version: z.literal(1),
  loanId: LoanIdSchema,
  needId: NeedIdSchema,
  about: z.enum(remindersAbout).default('reminder'),
});

export interface Deps extends Kernel {
  zone: string;
}

/**
 * A schedule's time has come: an open need is marked and told of, once for each of its two; a closed one is left alone. One
 * that is not answered on its due day is stalled: its loan stands among the stalled of its pipelines until it is closed.
 */
export async function onNeedReminder(
  { loanId, needId, about }: z.output<typeof Message>,
  deps: Deps,
  { correlationId }: { correlationId: string },
): Promise<void> {
  await againWhileLoanMoves(async () => {
    const file = await getLoanFile(deps.storage, loanId);
    const need = file.needs.find((one) => one.needId === needId);
    if (need?.status !== 'OPEN') return;
    const now = deps.clock.now();
    const isOverdue = dateIn(deps.zone, now) > need.dueOn;
    if (about === 'reminder' ? need.remindedAt !== undefined : need.stalled || !isOverdue) return;
    const { kind, contactId } = need;
    const stalled = need.stalled || isOverdue;
    await changeNeeds(deps, file, {
      actor: `system:${consumer}`,
      correlationId,
      action: about === 'reminder' ? 'NeedReminded' : 'NeedStalled',
      facts: { needId, stalled },
      needs: [{ ...need, remindedAt: need.remindedAt ?? now, stalled, version: need.version + 1 }],
      events: [tell(needReminderDue, { loanId, needId, kind, contactId, stalled })],
      once: { consumer, eventId: about === 'reminder' ? needId : `${needId}-${about}` },
    });
  });
}

const Env = KernelEnv.extend({ DEAD_LETTER_QUEUE_URL: z.string() });
export type Env = z.input<typeof Env>;

function wire() {
  const env = readEnv(Env);
  return { ...wireKernel(env), zone: env.LENDER_ZONE, deadLetterQueueUrl: env.DEAD_LETTER_QUEUE_URL };
}

export const handler = queueFunction({
  consumer,
  message: Message,
  wire,
  run: onNeedReminder,
  deadLetters: ({ deadLetterQueueUrl }) => sqsDeadLetters(deadLetterQueueUrl),
});
