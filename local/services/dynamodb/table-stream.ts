import * as z from 'zod';
import type { RecordStream, StreamRecord } from '../lambda/stream-source.ts';
import { streamRecordSchema } from '../lambda/stream-source.ts';
import type { Clock, Json } from '../service.ts';
import type { DynamoClient } from './dynamo-client.ts';
import type { ExpiredItems } from './time-to-live.ts';

const STREAMS = 'DynamoDBStreams_20120810.';
const recordsSchema = z.object({ Records: z.array(streamRecordSchema).default([]) });
const streamsSchema = z.object({ Streams: z.array(z.object({ StreamArn: z.string() })).default([]) });
const shardsSchema = z.object({
  StreamDescription: z.object({ Shards: z.array(z.object({ ShardId: z.string() })) }),
});

/** Told of writes by the proxy, so that streams are read when there is something to read. */
export interface WriteSignal {
  /** Something was written to this table. */
  written(tableName: string): void;
  wait(tableName: string, ms: number): Promise<void>;
}

export function writeSignal(): WriteSignal {
  const waiting = new Map<string, Set<() => void>>();
  return {
    written: (table) => {
      const wake = waiting.get(table);
      waiting.delete(table);
      for (const resolve of wake ?? []) resolve();
    },
    wait: async (table, ms) =>
      await new Promise((resolve) => {
        const set = waiting.get(table) ?? new Set();
        waiting.set(table, set);
        const timer = setTimeout(done, ms);
        function done(): void {
          clearTimeout(timer);
          set.delete(done);
          resolve();
        }
        set.add(done);
      }),
  };
}

/** One table's stream as Lambda's poller reads it: region and times as the local cloud has them, deletions by TTL marked as AWS marks them. */
export function tableStream(
  tableName: string,
  client: DynamoClient,
  around: {
    region: string;
    clock: Clock & { readonly offsetMs?: number };
    expired: ExpiredItems;
    signal: WriteSignal;
  },
): RecordStream {
  let shard: { arn: string; shardId: string } | undefined;

  async function findShard(): Promise<{ arn: string; shardId: string } | undefined> {
    if (shard !== undefined) return shard;
    const { Streams } = streamsSchema.parse(
      await client.call(`${STREAMS}ListStreams`, { TableName: tableName }),
    );
    const arn = Streams.at(-1)?.StreamArn;
    if (arn === undefined) return undefined;
    const { StreamDescription } = shardsSchema.parse(
      await client.call(`${STREAMS}DescribeStream`, { StreamArn: arn }),
    );
    const shardId = StreamDescription.Shards.at(-1)?.ShardId;
    shard = shardId === undefined ? undefined : { arn, shardId };
    return shard;
  }

  async function read(start: { [key: string]: Json }, limit: number): Promise<StreamRecord[]> {
    const found = await findShard();
    if (found === undefined) return [];
    const { ShardIterator } = await client.call(`${STREAMS}GetShardIterator`, {
      StreamArn: found.arn,
      ShardId: found.shardId,
      ...start,
    });
    const reply = await client.call(`${STREAMS}GetRecords`, {
      ShardIterator: ShardIterator ?? '',
      Limit: Math.min(limit, 1000),
    });
    return recordsSchema.parse(reply).Records;
  }

  function asAws(record: StreamRecord): StreamRecord {
    const identity = around.expired.take(
      tableName,
      (record.dynamodb['Keys'] ?? {}) as Json,
      record.eventName,
    );
    return {
      ...record,
      awsRegion: around.region,
      ...(identity && { userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' } }),
      dynamodb: {
        ...record.dynamodb,
        ApproximateCreationDateTime:
          record.dynamodb.ApproximateCreationDateTime + Math.round((around.clock.offsetMs ?? 0) / 1000),
      },
    };
  }

  return {
    after: async (sequenceNumber, limit) => {
      const start: { [key: string]: Json } =
        sequenceNumber === undefined || sequenceNumber === '0'
          ? { ShardIteratorType: 'TRIM_HORIZON' }
          : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: sequenceNumber };
      return (await read(start, limit)).map(asAws);
    },
    latest: async () => {
      let newest: string | undefined;
      let start: { [key: string]: Json } = { ShardIteratorType: 'TRIM_HORIZON' };
      for (;;) {
        const page = await read(start, 1000);
        const last = page.at(-1)?.dynamodb.SequenceNumber;
        if (last === undefined) return newest;
        newest = last;
        start = { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: last };
      }
    },
    written: async (ms) => await around.signal.wait(tableName, ms),
  };
}
