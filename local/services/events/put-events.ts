import * as z from 'zod';
import { AwsError, type Json } from '../service.ts';
import type { EventsEngine } from './engine.ts';
import { busNameOf } from './rule.ts';

const entry = z.object({
  Source: z.string().optional(),
  DetailType: z.string().optional(),
  Detail: z.string().optional(),
  EventBusName: z.string().optional(),
  Resources: z.array(z.string()).optional(),
  /** Epoch seconds on the wire. */
  Time: z.number().optional(),
  TraceHeader: z.string().optional(),
});

export const putEventsInput = z.object({ Entries: z.array(entry), EndpointId: z.string().optional() });

type Entry = z.output<typeof entry>;
type Result = { EventId: string } | { ErrorCode: string; ErrorMessage: string };

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html: the whole request, in bytes counted its way. */
const LARGEST_REQUEST_BYTES = 1_048_576;

/** Accepts what is well formed; each other entry fails alone, as on AWS. */
export function putEvents(
  engine: EventsEngine,
  { Entries }: z.output<typeof putEventsInput>,
): { FailedEntryCount: number; Entries: Result[] } {
  if (Entries.length === 0 || Entries.length > 10)
    throw new AwsError(
      'ValidationException',
      `1 validation error detected: Value at 'entries' failed to satisfy constraint: Member must have length between 1 and 10`,
    );
  if (Entries.reduce((sum, given) => sum + entryBytes(given), 0) > LARGEST_REQUEST_BYTES)
    throw new AwsError('ValidationException', 'Total size of the entries in the request is over the limit.');
  const results = Entries.map((given) => put(engine, given));
  return { FailedEntryCount: results.filter((result) => 'ErrorCode' in result).length, Entries: results };
}

function put(engine: EventsEngine, given: Entry): Result {
  const { Source, DetailType, Detail } = given;
  if (!Source)
    return failed('InvalidArgument', 'Parameter Source is not valid. Reason: Source is a required argument.');
  if (!DetailType)
    return failed(
      'InvalidArgument',
      'Parameter DetailType is not valid. Reason: DetailType is a required argument.',
    );
  if (!Detail)
    return failed('InvalidArgument', 'Parameter Detail is not valid. Reason: Detail is a required argument.');
  if (Source.startsWith('aws.'))
    return failed('NotAuthorizedForSourceException', 'Not authorized for the source.');
  const detail = objectIn(Detail);
  if (detail === undefined) return failed('MalformedDetail', 'Detail is malformed.');
  const event = engine.envelope({
    source: Source,
    detailType: DetailType,
    detail,
    ...(given.Resources !== undefined && { resources: given.Resources }),
    ...(given.Time !== undefined && { timeMs: given.Time * 1000 }),
  });
  engine.accept(busNameOf(given.EventBusName ?? 'default'), [event]);
  return { EventId: event.id };
}

function objectIn(text: string): Json | undefined {
  try {
    const value = JSON.parse(text) as Json;
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function entryBytes({ Source, DetailType, Detail, Resources, Time }: Entry): number {
  const texts = [Source, DetailType, Detail, ...(Resources ?? [])];
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text ?? ''), Time === undefined ? 0 : 14);
}

function failed(ErrorCode: string, ErrorMessage: string): Result {
  return { ErrorCode, ErrorMessage };
}
