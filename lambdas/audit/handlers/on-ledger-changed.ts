import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import * as z from 'zod';
import { readEnv } from '../../shared/env.ts';
import { countMetric, logLine } from '../../shared/observability.ts';
import { streamFunction } from '../../shared/stream.ts';
import { type Archive, s3Archive } from '../adapters/archive.ts';
import { AuditEntry } from '../contracts.ts';
import { hourPath } from '../domain/archive-keys.ts';

export interface Deps {
  archive: Archive;
}

/**
 * Stream of `audit-ledger`: new entries go to the archive as JSON lines, one object per batch and hour, named by its
 * places in the stream so that a retry finds it written. Anything but an insert is tampering, and alarms.
 */
export async function onLedgerChanged(
  event: DynamoDBStreamEvent,
  { archive }: Deps,
): Promise<DynamoDBBatchResponse> {
  const tampered = event.Records.filter(({ eventName }) => eventName !== 'INSERT');
  if (tampered.length > 0) {
    countMetric('LedgerTampered', tampered.length);
    logLine('error', 'LedgerTampered', 'an entry of the ledger was changed or removed', {
      records: tampered.length,
    });
  }
  const entries = event.Records.flatMap((record) => entryOf(record));
  for (const [hour, batch] of Map.groupBy(entries, ({ entry }) => hourPath(entry.at)))
    await archive.put(
      objectKey(hour, batch),
      batch.map(({ entry }) => `${JSON.stringify(entry)}\n`).join(''),
    );
  return { batchItemFailures: [] };
}

interface Placed {
  entry: AuditEntry;
  position: string;
}

/** First and last place in the stream: a batch that comes again cut otherwise is another object, and none is written over. */
function objectKey(hour: string, batch: readonly Placed[]): string {
  const place = (placed: Placed | undefined) => (placed?.position ?? '').padStart(40, '0');
  return `ledger/${hour}/${place(batch[0])}-${place(batch.at(-1))}.jsonl`;
}

function entryOf({ eventName, dynamodb }: DynamoDBRecord): Placed[] {
  if (eventName !== 'INSERT' || !dynamodb?.NewImage) return [];
  const entry = AuditEntry.parse(unmarshall(dynamodb.NewImage as Parameters<typeof unmarshall>[0]));
  return [{ entry, position: dynamodb.SequenceNumber ?? entry.entryId }];
}

const Env = z.object({ ARCHIVE_BUCKET: z.string() });
export type Env = z.input<typeof Env>;

export const handler = streamFunction({
  consumer: 'audit-on-ledger-changed',
  wire: () => ({ archive: s3Archive(readEnv(Env).ARCHIVE_BUCKET) }),
  run: onLedgerChanged,
});
