import * as z from 'zod';
import type { MaskedMessage } from '../contracts.ts';

const idPattern = /^(loan|cont|user|doc|need|task|evt|eff|ver|calc)_[0-9A-Z]{26}$/;
const Body = z.object({
  'detail-type': z.string().optional(),
  detail: z
    .object({ id: z.string().optional(), data: z.record(z.string(), z.unknown()).optional() })
    .optional(),
});
/** What Lambda leaves of a stream's batch: `lambdas/shared/given-up-batch.ts`, by its shape. */
const Position = z.object({
  DDBStreamBatchInfo: z.object({
    shardId: z.string().regex(/^[\w-]{1,100}$/),
    startSequenceNumber: z.string().regex(/^\d{1,60}$/),
    endSequenceNumber: z.string().regex(/^\d{1,60}$/),
    approximateArrivalOfFirstRecord: z.iso.datetime(),
    approximateArrivalOfLastRecord: z.iso.datetime(),
    batchSize: z.int(),
  }),
});

/** What may be shown of a message's body: its type, the ids in it, found by their shape, its place in a stream; nothing else, whatever it holds. */
export function maskBody(body: string): Pick<MaskedMessage, 'detailType' | 'ids' | 'position'> {
  const json = readJson(body);
  const position = positionIn(json);
  if (position !== undefined) return { ids: {}, position };
  const parsed = Body.safeParse(json);
  if (!parsed.success) return { ids: {} };
  const { 'detail-type': detailType, detail } = parsed.data;
  const candidates = {
    ...(detail === undefined ? (json as object) : detail.data), // what a schedule sends has no envelope
    ...(detail?.id === undefined ? {} : { eventId: detail.id }),
  };
  const ids = Object.fromEntries(
    Object.entries(candidates).flatMap(([name, value]) =>
      typeof value === 'string' && idPattern.test(value) && /^[a-zA-Z]{1,40}$/.test(name)
        ? [[name, value]]
        : [],
    ),
  );
  return /^[A-Za-z]{1,60}\.v\d{1,3}$/.test(detailType ?? '') && detailType !== undefined
    ? { detailType, ids }
    : { ids };
}

function positionIn(json: unknown): MaskedMessage['position'] {
  const parsed = Position.safeParse(json);
  if (!parsed.success) return undefined;
  const info = parsed.data.DDBStreamBatchInfo;
  return {
    shardId: info.shardId,
    startSequenceNumber: info.startSequenceNumber,
    endSequenceNumber: info.endSequenceNumber,
    records: info.batchSize,
    from: info.approximateArrivalOfFirstRecord,
    to: info.approximateArrivalOfLastRecord,
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
