import { Stack } from 'aws-cdk-lib';
import { Role } from 'aws-cdk-lib/aws-iam';
import { CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { HouseStack } from '../house-stack.ts';
import { allow, type Permission } from '../permission.ts';
import { schedulerOf } from '../trusted-service.ts';

export interface RemindersProps {
  /** Kebab case: the group of schedules is `keyturn-<stage>-<name>`. */
  name: string;
  queue: IQueue;
  /** Of the queue's consumer: the message is the same one. */
  deadLetters: IQueue;
}

/** One-off schedules that functions make and cancel by themselves; each puts one message into one queue. */
export class Reminders extends Construct {
  readonly groupName: string;
  readonly queueArn: string;
  /** Every schedule names it: what Scheduler gives up lies where what the consumer gives up lies, with one alarm and one redrive. */
  readonly deadLettersArn: string;
  readonly roleArn: string;

  constructor(scope: Construct, id: string, { name, queue, deadLetters }: RemindersProps) {
    super(scope, id);
    this.groupName = HouseStack.holding(this).named(name);
    new CfnScheduleGroup(this, 'Group', { name: this.groupName });
    const role = new Role(this, 'Role', { assumedBy: schedulerOf(this, this.groupName) });
    allow({ role }, { actions: ['sqs:SendMessage'], resources: [queue.queueArn, deadLetters.queueArn] });
    this.queueArn = queue.queueArn;
    this.deadLettersArn = deadLetters.queueArn;
    this.roleArn = role.roleArn;
  }

  /** For a function that sets reminders. */
  sets(): Permission[] {
    return [
      { actions: ['scheduler:CreateSchedule'], resources: [this.schedulesArn] },
      {
        actions: ['iam:PassRole'],
        resources: [this.roleArn],
        conditions: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
      },
    ];
  }

  cancels(): Permission {
    return { actions: ['scheduler:DeleteSchedule'], resources: [this.schedulesArn] };
  }

  private get schedulesArn(): string {
    return Stack.of(this).formatArn({
      service: 'scheduler',
      resource: 'schedule',
      resourceName: `${this.groupName}/*`,
    });
  }
}
