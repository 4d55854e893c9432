import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Source } from '../../../../local/services/lambda/queue-source.ts';
import { sourceConfig } from '../../../../local/services/lambda/source-config.ts';
import {
  streamSource,
  type RecordStream,
  type StreamRecord,
} from '../../../../local/services/lambda/stream-source.ts';
import type { InvokeOutcome, Json } from '../../../../local/services/service.ts';
import { engineContext, type TestContext } from '../../../support/engine-context.ts';

const streamArn = 'arn:aws:dynamodb:us-east-1:000000000000:table/items/stream/2026-01-01T00:00:00.000';
const failed: InvokeOutcome = { payload: { errorType: 'Unavailable' }, functionError: 'Unhandled' };

function record(sequence: number, pk = `item#${sequence}`): StreamRecord {
  const SequenceNumber = String(sequence);
  return {
    eventID: SequenceNumber,
    eventName: 'INSERT',
    dynamodb: { SequenceNumber, ApproximateCreationDateTime: 1_772_463_600, Keys: { pk: { S: pk } } },
  };
}

function streamOf(records: StreamRecord[]): RecordStream {
  return {
    after: async (from, limit) =>
      records.filter(({ dynamodb }) => Number(dynamodb.SequenceNumber) > Number(from ?? 0)).slice(0, limit),
    latest: async () => records.at(-1)?.dynamodb.SequenceNumber,
    written: async () => await new Promise((resolve) => setTimeout(resolve, 5)),
  };
}

const running: Source[] = [];
afterEach(() => {
  for (const source of running.splice(0)) source.stop();
});

/** Runs a mapping over these records; returns each batch the function saw, as sequence numbers. */
function feed(
  records: StreamRecord[],
  properties: Record<string, Json>,
  answer: (batch: string[]) => InvokeOutcome,
  context: TestContext = engineContext(),
): string[][] {
  const seen: string[][] = [];
  const config = sourceConfig({
    stack: 's',
    logicalId: 'M',
    type: 'AWS::Lambda::EventSourceMapping',
    ref: 'mapping',
    attributes: {},
    properties: { EventSourceArn: streamArn, FunctionName: 'f', ...properties },
  });
  const source = streamSource(config, streamOf(records), context, async (event) => {
    const batch = (event as unknown as { Records: StreamRecord[] }).Records.map(
      ({ dynamodb }) => dynamodb.SequenceNumber,
    );
    seen.push(batch);
    return answer(batch);
  });
  running.push(source);
  source.start();
  return seen;
}

const done: InvokeOutcome = { payload: null };
const eventually = { timeout: 4000, interval: 10 };

describe('a stream’s event source', () => {
  it('hands over batches in order and remembers how far it came', async () => {
    const context = engineContext();
    const seen = feed(
      [1, 2, 3, 4, 5].map((at) => record(at)),
      { BatchSize: 2 },
      () => done,
      context,
    );
    await vi.waitFor(() => expect(seen).toEqual([['1', '2'], ['3', '4'], ['5']]), eventually);
    await vi.waitFor(() => expect(context.store.get('lambda.checkpoints', 'mapping')).toBe('5'), eventually);
    const again = feed(
      [1, 2, 3, 4, 5, 6].map((at) => record(at)),
      { BatchSize: 2 },
      () => done,
      context,
    );
    await vi.waitFor(() => expect(again).toEqual([['6']]), eventually);
  });

  it('starts after what is there when the template says LATEST', async () => {
    const records = [record(1), record(2)];
    const seen = feed(records, { StartingPosition: 'LATEST' }, () => done);
    await new Promise((resolve) => setTimeout(resolve, 30));
    records.push(record(3));
    await vi.waitFor(() => expect(seen).toEqual([['3']]), eventually);
  });

  it('shows the function only what a filter admits, and passes over the rest', async () => {
    const context = engineContext();
    const Pattern = '{"dynamodb":{"Keys":{"pk":{"S":[{"prefix":"event#"}]}}}}';
    const seen = feed(
      [record(1), record(2, 'event#a'), record(3)],
      { FilterCriteria: { Filters: [{ Pattern }] } },
      () => done,
      context,
    );
    await vi.waitFor(() => expect(context.store.get('lambda.checkpoints', 'mapping')).toBe('3'), eventually);
    expect(seen).toEqual([['2']]);
  });

  it('tries again from the first item that the function names, not from the start', async () => {
    let attempts = 0;
    const seen = feed(
      [1, 2, 3].map((at) => record(at)),
      { FunctionResponseTypes: ['ReportBatchItemFailures'] },
      () => {
        attempts += 1;
        return attempts === 1 ? { payload: { batchItemFailures: [{ itemIdentifier: '2' }] } } : done;
      },
    );
    await vi.waitFor(
      () =>
        expect(seen).toEqual([
          ['1', '2', '3'],
          ['2', '3'],
        ]),
      eventually,
    );
  });

  it('halves a failing batch until the poison record stands alone, gives that up by its place and goes on', async () => {
    const context = engineContext();
    const onFailure = 'arn:aws:sqs:us-east-1:000000000000:given-up';
    const seen = feed(
      [1, 2, 3, 4].map((at) => record(at)),
      {
        BisectBatchOnFunctionError: true,
        MaximumRetryAttempts: 2,
        DestinationConfig: { OnFailure: { Destination: onFailure } },
      },
      (batch) => (batch.includes('3') ? failed : done),
      context,
    );
    await vi.waitFor(() => expect(context.store.get('lambda.checkpoints', 'mapping')).toBe('4'), eventually);
    expect(seen).toEqual([['1', '2', '3', '4'], ['1', '2'], ['3', '4'], ['3'], ['4']]);
    expect(context.neighbours.delivered).toHaveLength(1);
    expect(context.neighbours.delivered[0]).toMatchObject({
      targetArn: onFailure,
      payload: {
        requestContext: { condition: 'RetryAttemptsExhausted' },
        DDBStreamBatchInfo: { startSequenceNumber: '3', endSequenceNumber: '3', batchSize: 1, streamArn },
      },
    });
  });
});
