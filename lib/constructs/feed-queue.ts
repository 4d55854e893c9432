import { Rule, type EventPattern, type IEventBus } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { Construct } from 'constructs';
import type { DeadLetteredQueue } from './dead-lettered-queue.ts';

export interface FeedQueueProps {
  /** The account's default bus where absent. */
  bus?: IEventBus;
  pattern: EventPattern;
  queues: DeadLetteredQueue;
}

/** A rule that puts whole events into a queue. What EventBridge cannot deliver within a day goes to the same dead-letter queue. */
export function feedQueue(scope: Construct, id: string, { bus, pattern, queues }: FeedQueueProps): Rule {
  return new Rule(scope, id, {
    ...(bus === undefined ? {} : { eventBus: bus }),
    eventPattern: pattern,
    targets: [new SqsQueue(queues.queue, { deadLetterQueue: queues.deadLetters })],
  });
}
