import { EventBus, type EventPattern } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import type { Env as OutboxEnv } from '../lambdas/outbox/handlers/on-entities-changed.ts';
import { StreamConsumer } from './constructs/stream-consumer.ts';
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
    new StreamConsumer<OutboxEnv>(this, 'Outbox', {
      capability: 'outbox',
      handler: 'on-entities-changed',
      impact:
        'Nothing that happens reaches anybody: no messages, no reading of documents, no partner is told.',
      streamArn: data.entityStreamArn,
      streamKey: data.keys.data,
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
