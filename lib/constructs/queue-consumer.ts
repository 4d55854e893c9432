import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { EventPattern, IEventBus } from 'aws-cdk-lib/aws-events';
import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { type Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { HouseStack } from '../house-stack.ts';
import { allow } from '../permission.ts';
import { Alarm, type WithImpact } from './alarm.ts';
import { DeadLetteredQueue } from './dead-lettered-queue.ts';
import { feedQueue } from './feed-queue.ts';
import { HouseFunction, type Environment, type HouseFunctionProps } from './house-function.ts';

export interface QueueConsumerProps<E>
  extends Omit<HouseFunctionProps<E>, 'handler' | 'environment'>, WithImpact {
  /** `on-<what happened>`, a file of the capability's `handlers/`. */
  handler: `on-${string}`;
  /** The variables, or what makes them of the consumer's own queues. */
  environment: NoInfer<Environment<E>> | ((queues: DeadLetteredQueue) => NoInfer<Environment<E>>);
  /** Events that land in the queue; absent where functions send to it themselves. Without a bus: the account's default one, where AWS services tell. */
  events?: { bus?: IEventBus; pattern: EventPattern };
  /** Messages in one invocation; default 10. Use 1 where a message is long work. */
  batchSize?: number;
  /** Invocations at once, 2 to 1000; default 5. This is what protects the neighbour behind the function. */
  maxConcurrency?: number;
  /** Receives before the dead-letter queue; default 5. */
  maxReceives?: number;
  /** Age of the oldest message at which a person must look; default the stage's. More where waiting is the design. */
  behindAfterSeconds?: number;
}

/**
 * Queue, dead-letter queue, function, and the mapping with partial batches. Visibility is six times the function's
 * time-out (AWS's own rule, so that throttled batches do not reappear while they wait). The function may write to its
 * own dead-letter queue: a message that can never succeed is rejected there with its reason.
 * Alarms: `<name>-dead-letters`, `<name>-falling-behind`.
 */
export class QueueConsumer<E = never> extends HouseFunction<E> {
  readonly queue: Queue;
  readonly deadLetters: Queue;
  /** The queue's name without stage, as operators say it: `messaging-loan-news`. */
  readonly queueLabel: string;

  constructor(scope: Construct, id: string, props: QueueConsumerProps<E>) {
    const timeoutSeconds = props.timeoutSeconds ?? 30;
    const queueLabel = `${props.capability}-${props.handler.slice('on-'.length)}`;
    const queues = new DeadLetteredQueue(scope, `${id}Queue`, {
      name: queueLabel,
      visibilitySeconds: 6 * timeoutSeconds,
      maxReceives: props.maxReceives ?? 5,
    });
    const environment =
      typeof props.environment === 'function' ? props.environment(queues) : props.environment;
    super(scope, id, { ...props, timeoutSeconds, environment });
    this.queueLabel = queueLabel;
    this.queue = queues.queue;
    this.deadLetters = queues.deadLetters;
    this.consume(props);
    if (props.events !== undefined) feedQueue(this, 'Events', { ...props.events, queues });
    this.watch(props);
  }

  private consume(props: QueueConsumerProps<E>): void {
    allow(
      this,
      {
        actions: [
          'sqs:ReceiveMessage',
          'sqs:DeleteMessage',
          'sqs:ChangeMessageVisibility',
          'sqs:GetQueueAttributes',
        ],
        resources: [this.queue.queueArn],
      },
      { actions: ['sqs:SendMessage'], resources: [this.deadLetters.queueArn] },
    );
    const batchSize = props.batchSize ?? 10;
    const mapping = new CfnEventSourceMapping(this, 'Messages', {
      eventSourceArn: this.queue.queueArn,
      functionName: this.lambda.functionName,
      batchSize,
      functionResponseTypes: ['ReportBatchItemFailures'],
      scalingConfig: { maximumConcurrency: props.maxConcurrency ?? 5 },
    });
    mapping.node.addDependency(this.lambda);
  }

  private watch({ impact, behindAfterSeconds }: QueueConsumerProps<E>): void {
    const { stage } = HouseStack.holding(this);
    new Alarm(this, 'DeadLetters', {
      name: `${this.name}-dead-letters`,
      impact,
      metric: depthOf(this.deadLetters),
      threshold: 1,
    });
    new Alarm(this, 'FallingBehind', {
      name: `${this.name}-falling-behind`,
      impact,
      metric: ageOf(this.queue),
      threshold: behindAfterSeconds ?? stage.alarms.queueAgeSeconds,
    });
  }
}

/** Messages waiting in a dead-letter queue. */
export function depthOf(queue: Queue): Metric {
  return queueMetric(queue, 'ApproximateNumberOfMessagesVisible');
}

/** Age of the oldest message in seconds. */
export function ageOf(queue: Queue): Metric {
  return queueMetric(queue, 'ApproximateAgeOfOldestMessage');
}

function queueMetric(queue: Queue, metricName: string): Metric {
  return new Metric({
    namespace: 'AWS/SQS',
    metricName,
    dimensionsMap: { QueueName: queue.queueName },
    statistic: 'Maximum',
    period: Duration.minutes(1),
  });
}
