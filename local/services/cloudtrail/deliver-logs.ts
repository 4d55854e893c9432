import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { NeighbourObjects } from '../s3/neighbour-objects.ts';
import type { EngineContext, Json } from '../service.ts';
import type { Trail } from './trail.ts';

export const CLOUDTRAIL = 'cloudtrail.amazonaws.com';
const MOST_RECORDS_PER_FILE = 10_000;

/** A log file that lies in the bucket and that no digest has named yet. */
export interface DeliveredLog {
  s3Object: string;
  /** SHA-256 of the uncompressed content, hexadecimal. */
  hashValue: string;
  newestEventTime: string;
  oldestEventTime: string;
}

/** A file that is being written: named before, so that a crash writes the same file again and not another. */
interface Batch {
  s3Object: string;
  lastKey: string;
}

type LoggedRecord = { eventTime: string } & { [name: string]: Json };

/** Writes what waits for a trail into log files, in the order it came. */
export async function deliverLogs(
  context: EngineContext,
  objects: NeighbourObjects,
  trail: Trail,
): Promise<void> {
  const { store } = context;
  for (;;) {
    const batch = store.get<Batch>('cloudtrail.batches', trail.name) ?? openBatch(context, trail);
    if (batch === undefined) return;
    const waiting = store
      .list<LoggedRecord>('cloudtrail.pending', { prefix: `${trail.name}/`, limit: MOST_RECORDS_PER_FILE })
      .filter(([key]) => key <= batch.lastKey);
    const times = waiting.map(([, { eventTime }]) => eventTime).sort();
    const content = JSON.stringify({ Records: waiting.map(([, record]) => record) });
    await putTrailFile(objects, trail, batch.s3Object, content);
    const delivered: DeliveredLog = {
      s3Object: batch.s3Object,
      hashValue: createHash('sha256').update(content).digest('hex'),
      newestEventTime: times.at(-1) ?? '',
      oldestEventTime: times[0] ?? '',
    };
    store.transaction(() => {
      for (const [key] of waiting) store.delete('cloudtrail.pending', key);
      store.delete('cloudtrail.batches', trail.name);
      if (trail.validates) store.put('cloudtrail.delivered', `${trail.name}/${batch.lastKey}`, delivered);
    });
  }
}

/** Puts one gzip file under the trail's prefix and key. */
export async function putTrailFile(
  objects: NeighbourObjects,
  trail: Trail,
  key: string,
  content: string,
  metadata: { [header: string]: string } = {},
): Promise<void> {
  const encryption: { [header: string]: string } =
    trail.kmsKeyId === undefined
      ? {}
      : {
          'x-amz-server-side-encryption': 'aws:kms',
          'x-amz-server-side-encryption-aws-kms-key-id': trail.kmsKeyId,
        };
  const headers = {
    'content-type': 'application/json',
    'content-encoding': 'gzip',
    ...encryption,
    ...metadata,
  };
  await objects.put({ bucket: trail.bucketName, key, body: gzipSync(content), headers }, CLOUDTRAIL);
}

/** `20260302T1500Z` to the minute, `20260302T150000Z` to the second. */
export function compactTime(epochMs: number, to: 'minute' | 'second'): string {
  const digits = new Date(epochMs).toISOString().replaceAll(/[-:]/g, '');
  return `${digits.slice(0, to === 'minute' ? 13 : 15)}Z`;
}

/** `yyyy/mm/dd` */
export function dayPath(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 10).replaceAll('-', '/');
}

function openBatch(context: EngineContext, trail: Trail): Batch | undefined {
  const { store, account, region, clock, random } = context;
  const waiting = store.list('cloudtrail.pending', {
    prefix: `${trail.name}/`,
    limit: MOST_RECORDS_PER_FILE,
  });
  const last = waiting.at(-1);
  if (last === undefined) return undefined;
  const now = clock.now();
  const unique = Buffer.from(random.bytes(8)).toString('hex');
  const folder = `${trail.keyPrefix}AWSLogs/${account}/CloudTrail/${region}/${dayPath(now)}`;
  const batch: Batch = {
    s3Object: `${folder}/${account}_CloudTrail_${region}_${compactTime(now, 'minute')}_${unique}.json.gz`,
    lastKey: last[0],
  };
  store.put('cloudtrail.batches', trail.name, batch);
  return batch;
}
