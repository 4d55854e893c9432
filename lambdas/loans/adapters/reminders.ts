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

/** One-off reminders of open needs; by name, so that setting twice and cancelling twice change nothing. */
export interface Reminders {
  set(need: { loanId: LoanId; needId: NeedId }, at: Instant): Promise<void>;
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
    async set({ loanId, needId }, at) {
      const command = new CreateScheduleCommand({
        Name: needId,
        GroupName: groupName,
        ScheduleExpression: `at(${at.slice(0, 19)})`,
        FlexibleTimeWindow: { Mode: 'OFF' },
        ActionAfterCompletion: 'DELETE',
        Target: {
          Arn: queueArn,
          RoleArn: roleArn,
          DeadLetterConfig: { Arn: deadLettersArn },
          Input: JSON.stringify({ version: 1, loanId, needId }),
        },
      });
      await answered(() => client.send(command), ConflictException);
    },
    async cancel(needId) {
      await answered(
        () => client.send(new DeleteScheduleCommand({ Name: needId, GroupName: groupName })),
        ResourceNotFoundException,
      );
    },
  };
}

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
