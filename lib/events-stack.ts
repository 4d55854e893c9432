import { EventBus, type EventPattern } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import type { Env as OutboxEnv } from '../lambdas/outbox/handlers/on-entities-changed.ts';
import type { Env as ReplayEnv } from '../lambdas/outbox/handlers/on-entities-changed-replay.ts';
import { QueueConsumer } from './constructs/queue-consumer.ts';
import { StreamConsumer } from './constructs/stream-consumer.ts';
import { readsEntities } from './data-permissions.ts';
import type { DataStack } from './data-stack.ts';
import { HouseStack } from './house-stack.ts';
import type { Permission } from './permission.ts';
import type { Stage } from './stages.ts';

/** The bus, and the publisher that carries every event from the table's stream to it. */
export class EventsStack extends HouseStack {
  readonly bus: EventBus;

  constructor(scope: Construct, stage: Stage, { data }: { data: DataStack }) {
    super(scope, 'events', {
      stage,
      description: 'Keyturn: event bus and outbox publisher',
      logsKey: data.keys.logs,
    });
    this.bus = new EventBus(this, 'Bus', { eventBusName: this.named('events') });
    const replay = new QueueConsumer<ReplayEnv>(this, 'Replay', {
      capability: 'outbox',
      handler: 'on-entities-changed-replay',
      impact:
        'Events that could not be told for most of a day are still untold: loans stand still without a word.',
      timeoutSeconds: 120,
      batchSize: 1,
      maxConcurrency: 2,
      environment: ({ deadLetters }) => ({
        BUS_NAME: this.bus.eventBusName,
        ENTITIES_TABLE: data.entities.tableName,
        LEDGER_TABLE: data.ledger.tableName,
        DEAD_LETTER_QUEUE_URL: deadLetters.queueUrl,
      }),
      permissions: [this.publishes(), ...readsEntities(data, 'gsi2')],
    });
    new StreamConsumer<OutboxEnv>(this, 'Outbox', {
      capability: 'outbox',
      handler: 'on-entities-changed',
      impact:
        'Nothing that happens reaches anybody: no messages, no reading of documents, no partner is told.',
      streamArn: data.entityStreamArn,
      streamKey: data.keys.data,
      deadLetters: replay.deadLetters,
      filters: [{ eventName: ['INSERT'], dynamodb: { Keys: { sk: { S: ['OUTBOX'] } } } }],
      environment: { BUS_NAME: this.bus.eventBusName },
      permissions: [this.publishes()],
    });
  }

  /** For a `QueueConsumer`: these events of ours, by detail type (`LoanOpened.v1`). */
  hears(...detailType: readonly string[]): { bus: EventBus; pattern: EventPattern } {
    return { bus: this.bus, pattern: { detailType: [...detailType] } };
  }

  publishes(): Permission {
    return { actions: ['events:PutEvents'], resources: [this.bus.eventBusArn] };
  }
}
