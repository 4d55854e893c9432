import { createHmac } from 'node:crypto';
import canonicalize from 'canonicalize';
import * as z from 'zod';
import { addMs, type Clock, epochSeconds } from './clock.ts';
import { conflict } from './errors.ts';
import type { Item, Storage, Write } from './storage.ts';
import { keys } from './table.ts';

/** A client's key on one POST, before the work: `recordMac` finds it again, `bodyMac` tells the same body from another. */
export interface IdempotencyClaim {
  recordMac: string;
  bodyMac: string;
}

export interface RecordedReply {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

const retentionMs = 7 * 24 * 3600_000;

const Recorded = z.object({
  bodyMac: z.string(),
  reply: z.object({
    status: z.int(),
    body: z.unknown(),
    headers: z.record(z.string(), z.string()).optional(),
  }),
});

/** Keyed hashes: a body may hold an e-mail address, which a plain hash would give away. */
export function claimOf(
  hmacKey: Uint8Array,
  actor: string,
  operation: string,
  key: string,
  body: unknown,
): IdempotencyClaim {
  const mac = (text: string) => createHmac('sha256', hmacKey).update(text).digest('base64url');
  return { recordMac: mac(`${actor}\n${operation}\n${key}`), bodyMac: mac(canonicalize(body ?? null) ?? '') };
}

/** The reply that the same key and body got before; another body under the key is refused. */
export async function recordedReply(
  storage: Storage,
  claim: IdempotencyClaim,
): Promise<RecordedReply | undefined> {
  const item = await storage.get(keys.idempotency(claim.recordMac));
  if (!item) return undefined;
  const recorded = Recorded.parse(item);
  if (recorded.bodyMac !== claim.bodyMac) {
    throw conflict('IdempotencyKeyReused', 'this Idempotency-Key was used with another body', {});
  }
  return recorded.reply;
}

/** Thrown when another request with the same key committed first: the shell answers with that one's reply. */
export class AlreadyRecorded extends Error {
  override readonly name = 'AlreadyRecorded';
}

/** The record is part of the change's own transaction, so that there is never one without the other. */
export function recordWrite(claim: IdempotencyClaim, reply: RecordedReply, clock: Clock): Write {
  const item: Item = {
    ...keys.idempotency(claim.recordMac),
    bodyMac: claim.bodyMac,
    reply,
    expiresAt: epochSeconds(addMs(clock.now(), retentionMs)),
  };
  return {
    kind: 'put',
    item,
    when: { exists: false },
    otherwise: () => new AlreadyRecorded('same key, same time'),
  };
}
