import * as z from 'zod';
import { addMs, type Instant } from './clock.ts';

/**
 * What Lambda leaves of a batch of a table's stream that it gave up: its place, not its records (Lambda Developer Guide,
 * "Retain discarded batches for a DynamoDB event source").
 */
export const GivenUpBatch = z.object({
  requestContext: z.object({ condition: z.string() }),
  DDBStreamBatchInfo: z.object({
    shardId: z.string(),
    startSequenceNumber: z.string(),
    endSequenceNumber: z.string(),
    approximateArrivalOfFirstRecord: z.iso.datetime(),
    approximateArrivalOfLastRecord: z.iso.datetime(),
    batchSize: z.int(),
  }),
});
export type GivenUpBatch = z.output<typeof GivenUpBatch>;

/** An item says when its write was begun; it came into the stream seconds later, by another clock. */
const marginMs = 120_000;

/** When the batch's items were written, generously: who reads them again by it must not mind a few too many. */
export function spanOf({ DDBStreamBatchInfo: info }: GivenUpBatch): { from: Instant; to: Instant } {
  return {
    from: addMs(info.approximateArrivalOfFirstRecord as Instant, -marginMs),
    to: addMs(info.approximateArrivalOfLastRecord as Instant, marginMs),
  };
}
