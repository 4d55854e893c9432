import * as z from 'zod';
import { calendarDate } from '../../shared/calendar.ts';
import { KernelEnv, readEnv } from '../../shared/env.ts';
import { busMessage } from '../../shared/events/event.ts';
import { loanUpdated } from '../../shared/events/loan-updated.v1.ts';
import { needClosed } from '../../shared/events/need-closed.v1.ts';
import { needOpened } from '../../shared/events/need-opened.v1.ts';
import type { NeedId } from '../../shared/ids.ts';
import { type Kernel, wireKernel } from '../../shared/kernel.ts';
import { queueFunction, sqsDeadLetters } from '../../shared/queue.ts';
import { getLoanFile, type LoanFile, roadFactsOf } from '../adapters/loan-file.ts';
import { entryWrite } from '../adapters/loan-writes.ts';
import { type Reminders, schedulerReminders } from '../adapters/reminders.ts';
import { type StageMachines, stepFunctions } from '../adapters/stage-machines.ts';
import { blockersOf } from '../domain/guards.ts';
import { type ReminderAbout, reminderAt } from '../domain/reminder-time.ts';
import { transitionOf } from '../domain/road.ts';

export interface Deps extends Kernel {
  machines: StageMachines;
  reminders: Reminders;
}

const Message = z.union([busMessage(loanUpdated), busMessage(needOpened), busMessage(needClosed)]);
type Message = z.output<typeof Message>;

/**
 * LoanUpdated, NeedOpened, NeedClosed: an open need gets its reminders, a closed one loses them; a waiting step whose guard
 * now holds is told so. May run twice and in any order: what the table says of the need counts.
 */
export async function onRoadFactsChanged({ detail }: Message, deps: Deps): Promise<void> {
  const { storage, machines } = deps;
  const file = await getLoanFile(storage, detail.data.loanId);
  if ('needId' in detail.data) await remindOf(file, detail.data.needId, deps);
  const { loan, entries } = file;
  const present = entries.find(({ stage, entry }) => stage === loan.stage && entry === loan.entry);
  const waiting = present?.waiting;
  if (!present || waiting?.transition === undefined) return;
  if (blockersOf(transitionOf(waiting.transition).guards, roadFactsOf(file)).length > 0) return;
  await machines.answer(waiting.token, 'SATISFIED');
  // Only our own token is cleared: the machine may already have come round and stored its next one.
  const key = entryWrite({ ...present, waiting: undefined });
  await storage
    .write({
      ...key,
      when: { equals: { waitingToken: waiting.token } },
      otherwise: () => new TokenReplaced(),
    })
    .catch((error: unknown) => {
      if (!(error instanceof TokenReplaced)) throw error;
    });
}

async function remindOf({ needs }: LoanFile, needId: NeedId, { reminders, clock }: Deps): Promise<void> {
  const need = needs.find((one) => one.needId === needId);
  if (need?.status !== 'OPEN') return reminders.cancel(needId);
  const at = (about: ReminderAbout) => reminderAt(about, calendarDate(need.dueOn), clock.now());
  if (need.remindedAt === undefined) await reminders.set(need, 'reminder', at('reminder'));
  if (!need.stalled) await reminders.set(need, 'overdue', at('overdue'));
}

class TokenReplaced extends Error {
  override readonly name = 'TokenReplaced';
}

const Env = KernelEnv.extend({
  DEAD_LETTER_QUEUE_URL: z.string(),
  REMINDER_GROUP: z.string(),
  REMINDER_QUEUE_ARN: z.string(),
  REMINDER_DEAD_LETTERS_ARN: z.string(),
  REMINDER_ROLE_ARN: z.string(),
});
export type Env = z.input<typeof Env>;

function wire() {
  const env = readEnv(Env);
  const reminders = schedulerReminders({
    groupName: env.REMINDER_GROUP,
    queueArn: env.REMINDER_QUEUE_ARN,
    deadLettersArn: env.REMINDER_DEAD_LETTERS_ARN,
    roleArn: env.REMINDER_ROLE_ARN,
  });
  return {
    ...wireKernel(env),
    machines: stepFunctions({}),
    reminders,
    deadLetterQueueUrl: env.DEAD_LETTER_QUEUE_URL,
  };
}

export const handler = queueFunction({
  consumer: 'loans-on-road-facts-changed',
  message: Message,
  wire,
  run: onRoadFactsChanged,
  deadLetters: ({ deadLetterQueueUrl }) => sqsDeadLetters(deadLetterQueueUrl),
});
