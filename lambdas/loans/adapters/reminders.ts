import {
  ConflictException,
  CreateScheduleCommand,
  DeleteScheduleCommand,
  ResourceNotFoundException,
  SchedulerClient,
} from '@aws-sdk/client-scheduler';
import { type Instant } from '../../shared/clock.ts';
import { unavailable } from '../../shared/errors.ts';
import type { LoanId, NeedId } from '../../shared/ids.ts';
import { type ReminderAbout, remindersAbout } from '../domain/reminder-time.ts';

/** One-off reminders of open needs; by name, so that setting twice and cancelling twice change nothing. */
export interface Reminders {
  set(need: { loanId: LoanId; needId: NeedId }, about: ReminderAbout, at: Instant): Promise<void>;
  /** All that are set for the need. */
  cancel(needId: NeedId): Promise<void>;
}

export interface ReminderTarget {
  groupName: string;
  queueArn: string;
  /** For a firing that the queue never took. */
  deadLettersArn: string;
  roleArn: string;
}

export function schedulerReminders(
  { groupName, queueArn, deadLettersArn, roleArn }: ReminderTarget,
  client = new SchedulerClient({}),
): Reminders {
  return {
    async set({ loanId, needId }, about, at) {
      const command = new CreateScheduleCommand({
        Name: nameOf(needId, about),
        GroupName: groupName,
        ScheduleExpression: `at(${at.slice(0, 19)})`,
        FlexibleTimeWindow: { Mode: 'OFF' },
        ActionAfterCompletion: 'DELETE',
        Target: {
          Arn: queueArn,
          RoleArn: roleArn,
          DeadLetterConfig: { Arn: deadLettersArn },
          Input: JSON.stringify({ version: 1, loanId, needId, about }),
        },
      });
      await answered(() => client.send(command), ConflictException);
    },
    async cancel(needId) {
      for (const about of remindersAbout) {
        const command = new DeleteScheduleCommand({ Name: nameOf(needId, about), GroupName: groupName });
        await answered(() => client.send(command), ResourceNotFoundException);
      }
    },
  };
}

const nameOf = (needId: NeedId, about: ReminderAbout): string =>
  about === 'reminder' ? needId : `${needId}-${about}`;

async function answered(
  call: () => Promise<unknown>,
  alreadyDone: new (...parts: never[]) => Error,
): Promise<void> {
  try {
    await call();
  } catch (error) {
    if (error instanceof alreadyDone) return;
    throw unavailable('Unavailable', 'the scheduler did not answer', {}, error);
  }
}
