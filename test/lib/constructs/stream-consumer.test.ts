import { Key } from 'aws-cdk-lib/aws-kms';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { expect, it } from 'vitest';
import { StreamConsumer } from '../../../lib/constructs/stream-consumer.ts';
import { resourcesOf, roleStatements, testStack } from '../../support/templates.ts';

function consumer() {
  const stack = testStack();
  new StreamConsumer<{ BUS: string }>(stack, 'Outbox', {
    capability: 'outbox',
    handler: 'on-entities-changed',
    impact: 'Nothing that happens reaches anybody.',
    streamArn: 'arn:aws:dynamodb:us-east-1:000000000000:table/entities/stream/1',
    streamKey: new Key(stack, 'Key'),
    filters: [{ dynamodb: { Keys: { sk: { S: ['OUTBOX'] } } } }],
    environment: { BUS: 'events' },
    deadLetters: new Queue(stack, 'DeadLetters'),
  });
  return stack;
}

it('reads from the beginning, in halves when a batch fails, and keeps the place of what it gives up', () => {
  expect(resourcesOf(consumer(), 'AWS::Lambda::EventSourceMapping')[0]?.properties).toMatchObject({
    StartingPosition: 'TRIM_HORIZON',
    BisectBatchOnFunctionError: true,
    MaximumRetryAttempts: -1,
    MaximumRecordAgeInSeconds: 72_000,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    FilterCriteria: { Filters: [{ Pattern: '{"dynamodb":{"Keys":{"sk":{"S":["OUTBOX"]}}}}' }] },
    DestinationConfig: { OnFailure: { Destination: expect.anything() as unknown } },
  });
});

it('has an alarm on the age of what waits', () => {
  const alarms = resourcesOf(consumer(), 'AWS::CloudWatch::Alarm');
  expect(alarms.map(({ properties }) => properties['MetricName'])).toEqual(['IteratorAge']);
  expect(alarms[0]?.properties['Threshold']).toBe(300_000);
});

it('may do all that Lambda does to a stream', () => {
  const actions = roleStatements(consumer()).flatMap((statement) => statement.actions);
  for (const action of ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'])
    expect(actions).toContain(`dynamodb:${action}`);
});
