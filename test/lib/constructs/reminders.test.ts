import { Queue } from 'aws-cdk-lib/aws-sqs';
import { expect, it } from 'vitest';
import { Reminders } from '../../../lib/constructs/reminders.ts';
import { resourcesOf, roleStatements, testStack } from '../../support/templates.ts';

it('lets the scheduler put messages into the one queue and its dead letters, and functions touch the schedules of its group only', () => {
  const stack = testStack();
  const queue = new Queue(stack, 'Queue');
  const deadLetters = new Queue(stack, 'DeadLetters');
  const reminders = new Reminders(stack, 'Reminders', { name: 'need-reminders', queue, deadLetters });
  expect(resourcesOf(stack, 'AWS::Scheduler::ScheduleGroup')[0]?.properties['Name']).toBe(
    'keyturn-dev-need-reminders',
  );
  expect(roleStatements(stack)).toEqual([
    expect.objectContaining({
      actions: ['sqs:SendMessage'],
      resources: expect.arrayContaining(stack.resolve([queue.queueArn, deadLetters.queueArn])) as unknown,
    }),
  ]);
  expect(reminders.deadLettersArn).toBe(deadLetters.queueArn);
  const [create, pass] = reminders.sets();
  expect(JSON.stringify(stack.resolve(create?.resources))).toContain(
    ':schedule/keyturn-dev-need-reminders/*',
  );
  expect(pass?.conditions).toEqual({ StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } });
  expect(reminders.cancels().actions).toEqual(['scheduler:DeleteSchedule']);
});
