import middy from '@middy/core';
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { bugFacts, logContext, logLine } from './observability.ts';

export interface StreamFunction<Deps> {
  consumer: string;
  wire: () => Deps;
  run: (event: DynamoDBStreamEvent, deps: Deps) => Promise<DynamoDBBatchResponse>;
}

/** The shell of a table-stream consumer: reports the first record it could not handle, so that order is kept. */
export function streamFunction<Deps>({ consumer, wire, run }: StreamFunction<Deps>) {
  let deps: Deps | undefined;

  async function handled(event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
    try {
      deps ??= wire();
      return await run(event, deps);
    } catch (error) {
      throw plainFailure(consumer, error);
    }
  }

  return middy<DynamoDBStreamEvent, DynamoDBBatchResponse>()
    .before(({ context }) =>
      logContext({ correlationId: context.awsRequestId, functionName: context.functionName }),
    )
    .handler(async (event) => {
      const reply = await handled(event);
      const failed = reply.batchItemFailures.length;
      logLine('info', 'StreamBatchHandled', 'stream batch handled', {
        consumer,
        records: event.Records.length,
        failed,
      });
      return reply;
    });
}

/** The runtime logs what is thrown, its message and all its causes: a plain error leaves in its place. */
function plainFailure(consumer: string, error: unknown): Error {
  logLine('error', 'InternalError', 'stream batch failed', { consumer, ...bugFacts(error) });
  return new Error('the stream batch failed: see its log');
}
