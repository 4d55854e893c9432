import * as z from 'zod';
import { EventIdSchema } from '../ids.ts';

/** A fact told between capabilities: ids and enum values, no borrower data. On the bus: detail-type `<name>.v<version>`. */
export interface EventDefinition<
  Data = unknown,
  Name extends string = string,
  Version extends number = number,
> {
  name: Name;
  version: Version;
  /** The slice that tells it. */
  source: string;
  data: z.ZodType<Data>;
  example: NoInfer<Data>;
}

export const defineEvent = <Data, const Name extends string, const Version extends number>(
  event: EventDefinition<Data, Name, Version>,
): EventDefinition<Data, Name, Version> => event;

export const detailType = <Name extends string, Version extends number>(
  event: EventDefinition<unknown, Name, Version>,
) => `${event.name}.v${event.version}` as const;
export const busSource = (event: EventDefinition): string => `keyturn.${event.source}`;

/** `detail` of every Keyturn event on the bus, and the outbox item's body. */
export const Envelope = z.object({
  id: EventIdSchema,
  at: z.iso.datetime(),
  correlationId: z.string().max(100),
  actor: z.string().max(100),
  data: z.record(z.string(), z.unknown()),
});
export type Envelope = z.infer<typeof Envelope>;

/** The EventBridge event as a queue's body: what `queueHandler` parses for a consumer of this event. */
export function busMessage<Data, Name extends string, Version extends number>(
  event: EventDefinition<Data, Name, Version>,
) {
  return z.object({
    'detail-type': z.literal(detailType(event)),
    detail: Envelope.extend({ data: event.data }),
  });
}

/** An event about to be told; the transaction adds id, time and actor. */
export interface Told {
  event: EventDefinition;
  data: Record<string, unknown>;
}

/** Parses what it tells: a slice cannot tell a malformed event, nor one with a field too many. */
export function tell<Data extends Record<string, unknown>>(
  event: EventDefinition<Data>,
  data: NoInfer<Data>,
): Told {
  return { event, data: event.data.parse(data) };
}
