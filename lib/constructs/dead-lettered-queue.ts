import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption, RedrivePermission } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { HouseStack } from '../house-stack.ts';

export interface DeadLetteredQueueProps {
  /** Kebab case: `integrations-total-expert`; the dead-letter queue is `<name>-dead-letters`. */
  name: string;
  visibilitySeconds: number;
  maxReceives: number;
}

/** A queue with its dead-letter queue: encrypted by SQS (bodies hold ids only), TLS only, dead letters kept for 14 days. */
export class DeadLetteredQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: DeadLetteredQueueProps) {
    super(scope, id);
    const stack = HouseStack.holding(this);
    this.deadLetters = new Queue(this, 'DeadLetters', {
      queueName: stack.named(`${props.name}-dead-letters`),
      retentionPeriod: Duration.days(14),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      redriveAllowPolicy: { redrivePermission: RedrivePermission.ALLOW_ALL },
    });
    this.queue = new Queue(this, 'Queue', {
      queueName: stack.named(props.name),
      visibilityTimeout: Duration.seconds(props.visibilitySeconds),
      retentionPeriod: Duration.days(4),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: props.maxReceives },
    });
  }
}
