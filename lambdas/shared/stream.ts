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
  return middy<DynamoDBStreamEvent, DynamoDBBatchResponse>()
    .before(({ context }) =>
      logContext({ correlationId: context.awsRequestId, functionName: context.functionName }),
    )
    .onError(({ error }) =>
      logLine('error', 'InternalError', 'stream batch failed', { consumer, ...bugFacts(error) }),
    )
    .handler(async (event) => {
      deps ??= wire();
      const reply = await run(event, deps);
      const failed = reply.batchItemFailures.length;
      logLine('info', 'StreamBatchHandled', 'stream batch handled', {
        consumer,
        records: event.Records.length,
        failed,
      });
      return reply;
    });
}
