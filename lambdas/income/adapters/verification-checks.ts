import { ConflictException, CreateScheduleCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import type { Instant } from '../../shared/clock.ts';
import { unavailable } from '../../shared/errors.ts';

export interface VerificationCheck {
  loanId: string;
  verificationId: string;
  /** From 1; `check-plan.ts` says when each is due. */
  attempt: number;
}

/** One-off checks of an order; by name, so that setting one twice sets one. */
export interface VerificationChecks {
  set(check: VerificationCheck, at: Instant): Promise<void>;
}

export interface CheckTarget {
  groupName: string;
  queueArn: string;
  /** For a firing that the queue never took. */
  deadLettersArn: string;
  roleArn: string;
}

export function schedulerChecks(
  { groupName, queueArn, deadLettersArn, roleArn }: CheckTarget,
  client = new SchedulerClient({}),
): VerificationChecks {
  return {
    async set({ loanId, verificationId, attempt }, at) {
      const command = new CreateScheduleCommand({
        Name: `${verificationId}-${attempt}`,
        GroupName: groupName,
        ScheduleExpression: `at(${at.slice(0, 19)})`,
        FlexibleTimeWindow: { Mode: 'OFF' },
        ActionAfterCompletion: 'DELETE',
        Target: {
          Arn: queueArn,
          RoleArn: roleArn,
          DeadLetterConfig: { Arn: deadLettersArn },
          Input: JSON.stringify({ version: 1, loanId, verificationId, attempt }),
        },
      });
      try {
        await client.send(command);
      } catch (error) {
        if (error instanceof ConflictException) return;
        throw unavailable('Unavailable', 'the scheduler did not answer', {}, error);
      }
    },
  };
}
