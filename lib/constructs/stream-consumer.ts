import { Duration, Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { HouseStack } from '../house-stack.ts';
import { allow } from '../permission.ts';
import { Alarm, type WithImpact } from './alarm.ts';
import { HouseFunction, type HouseFunctionProps } from './house-function.ts';

export interface StreamConsumerProps<E> extends Omit<HouseFunctionProps<E>, 'handler'>, WithImpact {
  handler: `on-${string}`;
  streamArn: string;
  /** The key of the stream's table: whoever reads the stream decrypts. */
  streamKey: IKey;
  /** Event filter patterns of Lambda, any of which lets a record in: `{ dynamodb: { NewImage: { kind: { S: ['outbox'] } } } }`. */
  filters?: readonly object[];
  batchSize?: number;
  /**
   * Where the place of a batch goes that is given up: the dead letters of the consumer `on-<the same>-replay`, which reads
   * its items again from the table when a person sets it going.
   */
  deadLetters: IQueue;
}

/**
 * A function on a table's stream: partial batches, a failing batch is halved, and only after twenty hours does the
 * record's position go to the dead-letter queue (the item itself is still in the table).
 * Alarm: `<name>-falling-behind`; what was given up alarms as `<name>-replay-dead-letters`.
 */
export class StreamConsumer<E = never> extends HouseFunction<E> {
  constructor(scope: Construct, id: string, props: StreamConsumerProps<E>) {
    super(scope, id, { timeoutSeconds: 30, ...props });
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
      { actions: ['sqs:SendMessage'], resources: [props.deadLetters.queueArn] },
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
      destinationConfig: { onFailure: { destination: props.deadLetters.queueArn } },
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
