import { createHash } from 'node:crypto';
import * as z from 'zod';
import { dynamoStorage } from '../../shared/dynamo-storage.ts';
import { readEnv } from '../../shared/env.ts';
import { invalid } from '../../shared/errors.ts';
import { GivenUpBatch, spanOf } from '../../shared/given-up-batch.ts';
import { logLine } from '../../shared/observability.ts';
import { queueFunction, sqsDeadLetters } from '../../shared/queue.ts';
import type { Storage } from '../../shared/storage.ts';
import { type Archive, s3Archive } from '../adapters/archive.ts';
import { periodEntries } from '../adapters/ledger-pages.ts';
import { AuditEntry } from '../contracts.ts';
import { hourPath } from '../domain/archive-keys.ts';
import { linesOf } from '../domain/signed-root.ts';

export interface Deps {
  storage: Storage;
  archive: Archive;
}

/**
 * A batch that the stream gave up, set going again by a person: entries of its time that the archive lacks go there from
 * the ledger, and the next run signs them as late ones. What is archived already is left alone.
 */
export async function onLedgerChangedReplay(batch: GivenUpBatch, { storage, archive }: Deps): Promise<void> {
  const entries = await entriesBetween(storage, spanOf(batch));
  if (entries.length === 0) throw invalid('EntriesNotFound', 'the ledger holds no entry of that time');
  let written = 0;
  for (const [hour, some] of Map.groupBy(entries, ({ at }) => hourPath(at))) {
    const there = await archivedIds(archive, hour);
    const missing = some.filter(({ entryId }) => !there.has(entryId));
    if (missing.length === 0) continue;
    const text = missing.map((entry) => `${JSON.stringify(entry)}\n`).join('');
    const name = createHash('sha256').update(text).digest('hex').slice(0, 32);
    await archive.put(`ledger/${hour}/replay-${name}.jsonl`, text);
    written += missing.length;
  }
  logLine('info', 'EntriesReplayed', 'entries were archived from the ledger', {
    entries: entries.length,
    written,
  });
}

async function entriesBetween(storage: Storage, span: { from: string; to: string }): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = [];
  let cursor: string | undefined;
  do {
    const page = await periodEntries(storage, { ...span, limit: 1000, cursor });
    entries.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return entries;
}

async function archivedIds(archive: Archive, hour: string): Promise<Set<string>> {
  const ids = new Set<string>();
  for (const key of await archive.list(`ledger/${hour}/`))
    for (const line of linesOf([await archive.read(key)]))
      ids.add(AuditEntry.parse(JSON.parse(line)).entryId);
  return ids;
}

const Env = z.object({
  ARCHIVE_BUCKET: z.string(),
  ENTITIES_TABLE: z.string(),
  LEDGER_TABLE: z.string(),
  DEAD_LETTER_QUEUE_URL: z.string(),
});
export type Env = z.input<typeof Env>;

function wire() {
  const env = readEnv(Env);
  return {
    storage: dynamoStorage({ entities: env.ENTITIES_TABLE, ledger: env.LEDGER_TABLE }),
    archive: s3Archive(env.ARCHIVE_BUCKET),
    deadLetterQueueUrl: env.DEAD_LETTER_QUEUE_URL,
  };
}

export const handler = queueFunction({
  consumer: 'audit-on-ledger-changed-replay',
  message: GivenUpBatch,
  wire,
  run: onLedgerChangedReplay,
  deadLetters: ({ deadLetterQueueUrl }) => sqsDeadLetters(deadLetterQueueUrl),
});
