import * as z from 'zod';
import type { EngineContext, InvokeOutcome, Json } from '../service.ts';
import { failedItems } from './item-failures.ts';
import type { Source } from './queue-source.ts';
import type { SourceConfig } from './source-config.ts';

/** What a table's stream gives: records in order, and a place to go on from. */
export interface RecordStream {
  /** Records after a sequence number (`undefined`: from the oldest kept), at most `limit`. */
  after(sequenceNumber: string | undefined, limit: number): Promise<StreamRecord[]>;
  /** The newest sequence number, for a mapping that starts at `LATEST`. */
  latest(): Promise<string | undefined>;
  /** Resolves soon after something was written, or when `ms` have passed. */
  written(ms: number): Promise<void>;
}

export const streamRecordSchema = z.looseObject({
  eventID: z.string(),
  eventName: z.string(),
  dynamodb: z.looseObject({ SequenceNumber: z.string(), ApproximateCreationDateTime: z.number() }),
});
export type StreamRecord = z.output<typeof streamRecordSchema>;

/** Checkpoints: mapping id -> the last sequence number that was done. */
const CHECKPOINTS = 'lambda.checkpoints';
const IDLE_MS = 1000;
const FIRST_RETRY_MS = 200;
const LONGEST_RETRY_MS = 10_000;

/**
 * Reads one table's stream for a function, in order, and remembers how far it came: a restart goes on from there. A batch
 * that fails is tried again (whole, or in halves), then goes to the on-failure destination by its place, not its content.
 */
export function streamSource(
  config: SourceConfig,
  stream: RecordStream,
  context: EngineContext,
  invoke: (batch: Json) => Promise<InvokeOutcome>,
): Source {
  const { store, clock } = context;
  const ending = new AbortController();

  function done(record: StreamRecord | undefined): void {
    if (record !== undefined && !ending.signal.aborted)
      store.put(CHECKPOINTS, config.id, record.dynamodb.SequenceNumber);
  }

  /** Works through a batch; returns when each record was done, dropped or given up. */
  async function work(batch: StreamRecord[], attempt: number): Promise<void> {
    const records = batch.filter(
      (record) => config.admits(record as { [key: string]: Json }) && !tooOld(record),
    );
    if (records.length === 0) return done(batch.at(-1));
    if (ending.signal.aborted) return;
    const outcome = await invoke({
      Records: records.map((record) => ({ ...record, eventSourceARN: config.sourceArn }) as Json),
    }).catch((): InvokeOutcome => ({ payload: null, functionError: 'Unhandled' }));
    if (ending.signal.aborted) return;
    const ids = records.map(({ dynamodb }) => dynamodb.SequenceNumber);
    const failures = new Set(failedItems(outcome, ids, config.reportsItemFailures));
    const firstFailed = batch.findIndex(({ dynamodb }) => failures.has(dynamodb.SequenceNumber));
    if (firstFailed < 0) return done(batch.at(-1));
    if (firstFailed > 0) done(batch[firstFailed - 1]);
    await again(batch.slice(firstFailed), attempt, outcome);
  }

  async function again(rest: StreamRecord[], attempt: number, outcome: InvokeOutcome): Promise<void> {
    if (config.maxRetries >= 0 && attempt >= config.maxRetries) {
      await giveUp(rest, attempt + 1, outcome);
      return done(rest.at(-1));
    }
    await new Promise((resolve) =>
      setTimeout(resolve, Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** attempt)),
    );
    if (config.bisects && rest.length > 1 && outcome.functionError !== undefined) {
      const middle = Math.ceil(rest.length / 2);
      await work(rest.slice(0, middle), attempt + 1);
      if (!ending.signal.aborted) await work(rest.slice(middle), attempt + 1);
      return;
    }
    await work(rest, attempt + 1);
  }

  function tooOld({ dynamodb }: StreamRecord): boolean {
    return (
      config.maxAgeSeconds >= 0 &&
      clock.now() / 1000 - dynamodb.ApproximateCreationDateTime > config.maxAgeSeconds
    );
  }

  async function giveUp(batch: StreamRecord[], attempts: number, outcome: InvokeOutcome): Promise<void> {
    context.log('stream records were given up', { mapping: config.id, records: batch.length });
    if (config.onFailureArn === undefined) return;
    await context.neighbours.deliver(config.onFailureArn, {
      requestContext: {
        requestId: context.random.uuid(),
        functionArn: config.functionName,
        condition: 'RetryAttemptsExhausted',
        approximateInvokeCount: attempts,
      },
      responseContext: {
        statusCode: 200,
        executedVersion: '$LATEST',
        functionError: outcome.functionError ?? 'Unhandled',
      },
      version: '1.0',
      timestamp: new Date(clock.now()).toISOString(),
      DDBStreamBatchInfo: {
        shardId: 'shardId-00000001',
        startSequenceNumber: batch[0]?.dynamodb.SequenceNumber ?? '',
        endSequenceNumber: batch.at(-1)?.dynamodb.SequenceNumber ?? '',
        approximateArrivalOfFirstRecord: arrivalOf(batch[0]),
        approximateArrivalOfLastRecord: arrivalOf(batch.at(-1)),
        batchSize: batch.length,
        streamArn: config.sourceArn,
      },
    });
  }

  const arrivalOf = (record: StreamRecord | undefined): string =>
    new Date((record?.dynamodb.ApproximateCreationDateTime ?? 0) * 1000).toISOString();

  async function poll(): Promise<void> {
    if (config.startsAtLatest && store.get(CHECKPOINTS, config.id) === undefined) {
      store.put(CHECKPOINTS, config.id, (await stream.latest()) ?? '0');
    }
    while (!ending.signal.aborted) {
      const batch = await stream.after(store.get<string>(CHECKPOINTS, config.id), config.batchSize);
      if (batch.length > 0) await work(batch, 0);
      else await stream.written(IDLE_MS);
    }
  }

  async function keepPolling(): Promise<void> {
    while (!ending.signal.aborted) {
      await poll().catch(async (error: unknown) => {
        if (!ending.signal.aborted)
          context.log('a stream could not be read', { mapping: config.id, reason: String(error) });
        await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
      });
    }
  }

  return {
    start: () => void keepPolling(),
    stop: () => {
      ending.abort();
    },
  };
}
