import { EventBus } from 'aws-cdk-lib/aws-events';
import { describe, expect, it } from 'vitest';
import { QueueConsumer, type QueueConsumerProps } from '../../../lib/constructs/queue-consumer.ts';
import { resourcesOf, roleStatements, statementsOf, testStack } from '../../support/templates.ts';

interface Env {
  DEAD_LETTER_QUEUE_URL: string;
}

const props: QueueConsumerProps<Env> = {
  capability: 'messaging',
  handler: 'on-need-opened',
  impact: 'Borrowers are not told what is still needed.',
  environment: ({ deadLetters }) => ({ DEAD_LETTER_QUEUE_URL: deadLetters.queueUrl }),
};

function consumer(more: Partial<QueueConsumerProps<Env>> = {}) {
  const stack = testStack();
  const made = new QueueConsumer<Env>(stack, 'NeedOpened', { ...props, ...more });
  return { stack, made };
}

const queueNamed = (stack: ReturnType<typeof testStack>, name: string) =>
  resourcesOf(stack, 'AWS::SQS::Queue').find(({ properties }) => properties['QueueName'] === name);

describe('a queue consumer', () => {
  it('has a queue whose visibility is six times its time-out, with a dead-letter queue', () => {
    const { stack } = consumer({ timeoutSeconds: 20, maxReceives: 3 });
    const deadLetters = queueNamed(stack, 'keyturn-dev-messaging-need-opened-dead-letters');
    expect(queueNamed(stack, 'keyturn-dev-messaging-need-opened')?.properties).toMatchObject({
      VisibilityTimeout: 120,
      SqsManagedSseEnabled: true,
      RedrivePolicy: { maxReceiveCount: 3, deadLetterTargetArn: { 'Fn::GetAtt': [deadLetters?.id, 'Arn'] } },
    });
    expect(deadLetters?.properties).toMatchObject({ MessageRetentionPeriod: 14 * 24 * 3600 });
  });

  it('refuses both queues to anybody without TLS', () => {
    const { stack } = consumer();
    const policies = resourcesOf(stack, 'AWS::SQS::QueuePolicy').flatMap(({ properties }) =>
      statementsOf(properties['PolicyDocument']),
    );
    expect(
      policies.filter(
        ({ Effect, Condition }) =>
          Effect === 'Deny' && Condition?.['Bool']?.['aws:SecureTransport'] === 'false',
      ),
    ).toHaveLength(2);
  });

  it('reports single failures of a batch and limits how many run at once', () => {
    const { stack } = consumer({ batchSize: 1, maxConcurrency: 2 });
    expect(resourcesOf(stack, 'AWS::Lambda::EventSourceMapping')[0]?.properties).toMatchObject({
      BatchSize: 1,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 2 },
    });
  });

  it('may receive from its queue and send to its dead letters only', () => {
    const { stack } = consumer();
    const sqs = roleStatements(stack).filter(({ actions }) =>
      actions.some((action) => action.startsWith('sqs:')),
    );
    expect(sqs.map(({ actions }) => actions.length)).toEqual([4, 1]);
    expect(sqs[1]).toMatchObject({ actions: ['sqs:SendMessage'] });
  });

  it('is fed by a rule that keeps what it cannot deliver', () => {
    const stack = testStack();
    const bus = new EventBus(stack, 'Bus');
    new QueueConsumer<Env>(stack, 'NeedOpened', {
      ...props,
      events: { bus, pattern: { detailType: ['NeedOpened.v1'] } },
    });
    const rule = resourcesOf(stack, 'AWS::Events::Rule')[0];
    expect(rule?.properties).toMatchObject({ EventPattern: { 'detail-type': ['NeedOpened.v1'] } });
    expect(JSON.stringify(rule?.properties['Targets'])).toContain('DeadLetterConfig');
  });

  it('has alarms on dead letters and on falling behind', () => {
    const { stack } = consumer();
    expect(
      resourcesOf(stack, 'AWS::CloudWatch::Alarm').map(({ properties }) => [
        properties['AlarmName'],
        properties['MetricName'],
      ]),
    ).toEqual([
      ['keyturn-dev-messaging-on-need-opened-dead-letters', 'ApproximateNumberOfMessagesVisible'],
      ['keyturn-dev-messaging-on-need-opened-falling-behind', 'ApproximateAgeOfOldestMessage'],
    ]);
  });
});
