import { Duration, Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { HouseStack } from '../house-stack.ts';
import { allow } from '../permission.ts';
import { Alarm, type WithImpact } from './alarm.ts';
import { deadLetterQueue } from './dead-lettered-queue.ts';
import { HouseFunction, type HouseFunctionProps } from './house-function.ts';
import { depthOf } from './queue-consumer.ts';

export interface StreamConsumerProps<E> extends Omit<HouseFunctionProps<E>, 'handler'>, WithImpact {
  handler: `on-${string}`;
  streamArn: string;
  /** The key of the stream's table: whoever reads the stream decrypts. */
  streamKey: IKey;
  /** Event filter patterns of Lambda, any of which lets a record in: `{ dynamodb: { NewImage: { kind: { S: ['outbox'] } } } }`. */
  filters?: readonly object[];
  batchSize?: number;
}

/**
 * A function on a table's stream: partial batches, a failing batch is halved, and only after twenty hours does the
 * record's position go to the dead-letter queue (the item itself is still in the table).
 * Alarms: `<name>-dead-letters`, `<name>-falling-behind`.
 */
export class StreamConsumer<E = never> extends HouseFunction<E> {
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: StreamConsumerProps<E>) {
    super(scope, id, { timeoutSeconds: 30, ...props });
    this.deadLetters = deadLetterQueue(
      this,
      'DeadLetterQueue',
      `${props.capability}-${props.handler.slice('on-'.length)}-dead-letters`,
    );
    allow(
      this,
      {
        actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
        resources: [props.streamArn],
      },
      // Lambda asks for it before it takes the mapping; it has no resource to name.
      { actions: ['dynamodb:ListStreams'], resources: ['*'] },
      {
        actions: ['kms:Decrypt'],
        resources: [props.streamKey.keyArn],
        conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${Stack.of(this).region}.amazonaws.com` } },
      },
      { actions: ['sqs:SendMessage'], resources: [this.deadLetters.queueArn] },
    );
    const mapping = new CfnEventSourceMapping(this, 'Records', {
      eventSourceArn: props.streamArn,
      functionName: this.lambda.functionName,
      startingPosition: 'TRIM_HORIZON',
      batchSize: props.batchSize ?? 100,
      bisectBatchOnFunctionError: true,
      // An outage of the neighbour is waited out for most of the day that the stream keeps its records.
      maximumRetryAttempts: -1,
      maximumRecordAgeInSeconds: 20 * 3600,
      functionResponseTypes: ['ReportBatchItemFailures'],
      destinationConfig: { onFailure: { destination: this.deadLetters.queueArn } },
      ...(props.filters === undefined
        ? {}
        : {
            filterCriteria: {
              filters: props.filters.map((pattern) => ({ pattern: Stack.of(this).toJsonString(pattern) })),
            },
          }),
    });
    mapping.node.addDependency(this.lambda);
    this.watch(props.impact);
  }

  private watch(impact: string): void {
    new Alarm(this, 'DeadLetters', {
      name: `${this.name}-dead-letters`,
      impact,
      metric: depthOf(this.deadLetters),
      threshold: 1,
    });
    new Alarm(this, 'FallingBehind', {
      name: `${this.name}-falling-behind`,
      impact,
      metric: new Metric({
        namespace: 'AWS/Lambda',
        metricName: 'IteratorAge',
        dimensionsMap: { FunctionName: this.lambda.functionName },
        statistic: 'Maximum',
        period: Duration.minutes(1),
      }),
      threshold: HouseStack.holding(this).stage.alarms.streamAgeSeconds * 1000,
    });
  }
}
