import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import * as z from 'zod';
import { readEnv } from '../../shared/env.ts';
import { countMetric, logLine } from '../../shared/observability.ts';
import { streamFunction } from '../../shared/stream.ts';
import { type Archive, s3Archive } from '../adapters/archive.ts';
import { AuditEntry } from '../contracts.ts';

export interface Deps {
  archive: Archive;
}

/**
 * Stream of `audit-ledger`: new entries go to the archive as JSON lines, one object per batch, named by the batch's
 * first position so that a retry writes the same object. Anything but an insert is tampering, and alarms.
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
  const [first] = entries;
  if (first) {
    const lines = entries.map(({ entry }) => JSON.stringify(entry)).join('\n');
    await archive.put(
      `ledger/${hourOf(first.entry.at)}/${first.position.padStart(40, '0')}.jsonl`,
      `${lines}\n`,
    );
  }
  return { batchItemFailures: [] };
}

function entryOf({ eventName, dynamodb }: DynamoDBRecord): { entry: AuditEntry; position: string }[] {
  if (eventName !== 'INSERT' || !dynamodb?.NewImage) return [];
  const entry = AuditEntry.parse(unmarshall(dynamodb.NewImage as Parameters<typeof unmarshall>[0]));
  return [{ entry, position: dynamodb.SequenceNumber ?? entry.entryId }];
}

/** `2026/11/21/15` */
const hourOf = (at: string): string => at.slice(0, 13).replaceAll(/[-T]/g, '/');

const Env = z.object({ ARCHIVE_BUCKET: z.string() });
export type Env = z.input<typeof Env>;

export const handler = streamFunction({
  consumer: 'audit-on-ledger-changed',
  wire: () => ({ archive: s3Archive(readEnv(Env).ARCHIVE_BUCKET) }),
  run: onLedgerChanged,
});
