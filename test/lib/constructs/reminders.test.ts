import { Queue } from 'aws-cdk-lib/aws-sqs';
import { expect, it } from 'vitest';
import { Reminders } from '../../../lib/constructs/reminders.ts';
import { resourcesOf, roleStatements, testStack } from '../../support/templates.ts';

it('lets the scheduler put messages into the one queue, and functions touch the schedules of its group only', () => {
  const stack = testStack();
  const queue = new Queue(stack, 'Queue');
  const reminders = new Reminders(stack, 'Reminders', { name: 'need-reminders', queue });
  expect(resourcesOf(stack, 'AWS::Scheduler::ScheduleGroup')[0]?.properties['Name']).toBe(
    'keyturn-dev-need-reminders',
  );
  expect(roleStatements(stack)).toEqual([
    expect.objectContaining({ actions: ['sqs:SendMessage'], resources: [stack.resolve(queue.queueArn)] }),
  ]);
  const [create, pass] = reminders.sets();
  expect(JSON.stringify(stack.resolve(create?.resources))).toContain(
    ':schedule/keyturn-dev-need-reminders/*',
  );
  expect(pass?.conditions).toEqual({ StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } });
  expect(reminders.cancels().actions).toEqual(['scheduler:DeleteSchedule']);
});
