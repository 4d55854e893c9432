import type { GivenUpBatch } from '../../lambdas/shared/given-up-batch.ts';

/** What Lambda leaves of a stream's batch that it gave up, with what our schema does not read. */
export const givenUp = (first: string, last = first): GivenUpBatch =>
  ({
    requestContext: {
      requestId: 'request-1',
      functionArn: 'arn:aws:lambda:us-east-1:000000000000:function:keyturn-test',
      condition: 'RetryAttemptsExhausted',
      approximateInvokeCount: 40,
    },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    version: '1.0',
    timestamp: '2026-11-22T11:00:00.000Z',
    DDBStreamBatchInfo: {
      shardId: 'shardId-00000001',
      startSequenceNumber: '100',
      endSequenceNumber: '102',
      approximateArrivalOfFirstRecord: first,
      approximateArrivalOfLastRecord: last,
      batchSize: 3,
      streamArn: 'arn:aws:dynamodb:us-east-1:000000000000:table/entities/stream/1',
    },
  }) as GivenUpBatch;
