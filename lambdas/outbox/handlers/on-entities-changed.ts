import type { AttributeValue, DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { readEnv } from '../../shared/env.ts';
import { streamFunction } from '../../shared/stream.ts';
import { type Bus, eventBridgeBus } from '../adapters/event-bridge-bus.ts';
import { type OutboxItem, readOutboxItem } from '../adapters/read-outbox-item.ts';

export interface Deps {
  bus: Bus;
}

/** DynamoDB stream of `entities`, inserts of `OUTBOX` items: puts each event on the bus, in the order it was written. */
export async function onEntitiesChanged(
  event: DynamoDBStreamEvent,
  { bus }: Deps,
): Promise<DynamoDBBatchResponse> {
  for (const record of event.Records) {
    const image = record.dynamodb?.NewImage;
    if (record.eventName !== 'INSERT' || !image || image['sk']?.S !== 'OUTBOX') continue;
    const published = await bus.publish(outboxItemOf(image));
    // The stream resumes at this record: what follows it waits, so that a subject's events keep their order.
    if (!published) return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] };
  }
  return { batchItemFailures: [] };
}

function outboxItemOf(image: Record<string, AttributeValue>): OutboxItem {
  const parsed = readOutboxItem(unmarshall(image as Record<string, never> & Record<string, AttributeValue>));
  if (parsed.success) return parsed.data;
  throw parsed.error;
}

const Env = z.object({ BUS_NAME: z.string() });
export type Env = z.input<typeof Env>;

function wire(): Deps {
  return { bus: eventBridgeBus(readEnv(Env).BUS_NAME) };
}

export const handler = streamFunction({ consumer: 'outbox', wire, run: onEntitiesChanged });
