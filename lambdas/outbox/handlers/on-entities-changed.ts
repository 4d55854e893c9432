import type { AttributeValue, DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { readEnv } from '../../shared/env.ts';
import { Envelope } from '../../shared/events/event.ts';
import { logLine } from '../../shared/observability.ts';
import { streamFunction } from '../../shared/stream.ts';
import { type Bus, eventBridgeBus } from '../adapters/event-bridge-bus.ts';

export interface Deps {
  bus: Bus;
}

/** The outbox item as the transaction wrote it. */
const OutboxItem = z.object({ source: z.string(), detailType: z.string(), envelope: Envelope });

/** DynamoDB stream of `entities`, inserts of `OUTBOX` items: puts each event on the bus, in the order it was written. */
export async function onEntitiesChanged(
  event: DynamoDBStreamEvent,
  { bus }: Deps,
): Promise<DynamoDBBatchResponse> {
  for (const record of event.Records) {
    const image = record.dynamodb?.NewImage;
    if (record.eventName !== 'INSERT' || !image || image['sk']?.S !== 'OUTBOX') continue;
    const { source, detailType, envelope } = outboxItemOf(image);
    const published = await bus.publish({ source, detailType, envelope });
    // The stream resumes at this record: what follows it waits, so that a subject's events keep their order.
    if (!published) return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] };
  }
  return { batchItemFailures: [] };
}

/** The key of an item that cannot be read is logged (`OUTBOX#<eventId>`): by it the runbook finds the item. */
function outboxItemOf(image: Record<string, AttributeValue>): z.output<typeof OutboxItem> {
  const item = unmarshall(image as Record<string, never> & Record<string, AttributeValue>);
  const parsed = OutboxItem.safeParse(item);
  if (parsed.success) return parsed.data;
  logLine('error', 'OutboxItemUnreadable', 'an outbox item is none', { key: String(item['pk']) });
  throw parsed.error;
}

const Env = z.object({ BUS_NAME: z.string() });
export type Env = z.input<typeof Env>;

function wire(): Deps {
  return { bus: eventBridgeBus(readEnv(Env).BUS_NAME) };
}

export const handler = streamFunction({ consumer: 'outbox', wire, run: onEntitiesChanged });
