import * as z from 'zod';
import { dynamoStorage } from '../../shared/dynamo-storage.ts';
import { readEnv } from '../../shared/env.ts';
import { invalid, unavailable } from '../../shared/errors.ts';
import { GivenUpBatch, spanOf } from '../../shared/given-up-batch.ts';
import { logLine } from '../../shared/observability.ts';
import { queueFunction, sqsDeadLetters } from '../../shared/queue.ts';
import type { Storage } from '../../shared/storage.ts';
import { type Bus, eventBridgeBus } from '../adapters/event-bridge-bus.ts';
import { outboxBetween } from '../adapters/outbox-items.ts';
import { readOutboxItem } from '../adapters/read-outbox-item.ts';

export interface Deps {
  storage: Storage;
  bus: Bus;
}

/**
 * A batch that the stream gave up, set going again by a person: every event written in its time is told again from the
 * table, under the id it has. Consumers know an id that they have handled, so one too many changes nothing.
 */
export async function onEntitiesChangedReplay(batch: GivenUpBatch, { storage, bus }: Deps): Promise<void> {
  const items = await outboxBetween(storage, spanOf(batch));
  if (items.length === 0)
    throw invalid('EventsExpired', 'the outbox keeps events for seven days; those of the batch are gone');
  let unreadable = 0;
  for (const item of items) {
    const { data: event } = readOutboxItem(item);
    if (event === undefined) unreadable += 1;
    else if (!(await bus.publish(event)))
      throw unavailable('Unavailable', 'the bus did not take an event', { eventId: event.envelope.id });
  }
  logLine('info', 'EventsReplayed', 'events were told again', {
    events: items.length - unreadable,
    unreadable,
  });
  if (unreadable > 0)
    throw invalid('OutboxItemUnreadable', 'an event of the batch cannot be read', { unreadable });
}

const Env = z.object({
  BUS_NAME: z.string(),
  ENTITIES_TABLE: z.string(),
  LEDGER_TABLE: z.string(),
  DEAD_LETTER_QUEUE_URL: z.string(),
});
export type Env = z.input<typeof Env>;

function wire() {
  const env = readEnv(Env);
  return {
    storage: dynamoStorage({ entities: env.ENTITIES_TABLE, ledger: env.LEDGER_TABLE }),
    bus: eventBridgeBus(env.BUS_NAME),
    deadLetterQueueUrl: env.DEAD_LETTER_QUEUE_URL,
  };
}

export const handler = queueFunction({
  consumer: 'outbox-on-entities-changed-replay',
  message: GivenUpBatch,
  wire,
  run: onEntitiesChangedReplay,
  deadLetters: ({ deadLetterQueueUrl }) => sqsDeadLetters(deadLetterQueueUrl),
});
