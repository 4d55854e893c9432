import type { Payload, RecordKind } from './record-to-send.ts';

export type Taken = { kind: 'done'; externalId: string } | { kind: 'refused'; reasonCode: string };
export type Found = { kind: 'done'; externalId: string } | { kind: 'absent' } | { kind: 'unknown' };

/** A partner that holds contacts and loans of ours. Every method throws `unavailable` when there is no answer. */
export interface MarketingPlatform {
  /** Not repeatable: without an answer it may have happened. */
  create(kind: RecordKind, payload: Payload): Promise<Taken>;
  /** The whole record: doing it twice is the same as once. */
  update(kind: RecordKind, externalId: string, payload: Payload): Promise<Taken>;
  /** By the external id that we gave it. `unknown` when the list is too long to be read. */
  find(kind: RecordKind, recordId: string): Promise<Found>;
}
