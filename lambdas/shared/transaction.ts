import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod';
import type { Actor } from './actor.ts';
import { addMs, type Clock, epochSeconds, type Instant } from './clock.ts';
import { conflict, type Facts, unavailable } from './errors.ts';
import { busSource, detailType, type Told } from './events/event.ts';
import { type IdempotencyClaim, type RecordedReply, recordWrite } from './idempotency.ts';
import type { EventId, Ids } from './ids.ts';
import { emptyHead, headWrite, ledgerItem, type LedgerHead, nextEntry } from './ledger.ts';
import { type Storage, TransactionContended, type Write } from './storage.ts';
import { indexKeys, keys, type Subject } from './table.ts';

/** One change of one subject: its writes, its audit entry and its events happen together or not at all. */
export interface Change {
  subject: Subject;
  actor: Actor;
  correlationId: string;
  /** PascalCase past tense, as the ledger shows it: `LoanOpened`. */
  action: string;
  /** For the ledger: ids, enum values, counts. */
  facts: Facts;
  writes: readonly Write[];
  events?: readonly Told[];
  /** For a POST: the reply is recorded with the change, so that the same key gives the same answer. */
  idempotency?: { claim: IdempotencyClaim; reply: RecordedReply } | undefined;
  /** For a consumer: a second delivery of the event throws `AlreadyHandled` and writes nothing. */
  once?: { consumer: string; eventId: string } | undefined;
}

export interface Committed {
  at: Instant;
  seq: number;
  eventIds: EventId[];
}

export type Commit = (change: Change) => Promise<Committed>;

const attempts = 12;
const outboxRetentionMs = 7 * 24 * 3600_000;
const handledRetentionMs = 60 * 24 * 3600_000;
const Head = z.object({ seq: z.int(), hash: z.string() });

class HeadMoved extends Error {
  override readonly name = 'HeadMoved';
}

/**
 * The platform's only way to change what it keeps.
 * Errors: a write's own `otherwise`; `AlreadyHandled` (conflict) for a repeated event; `Unavailable` under lasting contention.
 */
export function commitTo(
  storage: Storage,
  ids: Ids,
  clock: Clock,
  pause: (ms: number) => Promise<unknown> = delay,
): Commit {
  return async function commit(change) {
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      try {
        return await attemptOnce(storage, ids, clock, change);
      } catch (error) {
        if (!(error instanceof HeadMoved || error instanceof TransactionContended)) throw error;
        await pause(Math.random() * Math.min(20 * 2 ** attempt, 1500));
      }
    }
    throw unavailable('Unavailable', 'too many changes to this subject at once', { action: change.action });
  };
}

async function attemptOnce(storage: Storage, ids: Ids, clock: Clock, change: Change): Promise<Committed> {
  const head = await headOf(storage, change.subject);
  const at = clock.now();
  const { subject, actor, action, facts, correlationId } = change;
  const entry = nextEntry(head, {
    entryId: ids.next('aud'),
    subject,
    at,
    actor,
    action,
    facts,
    correlationId,
  });
  const events = (change.events ?? []).map((told) => ({ id: ids.next('evt'), told }));
  await storage.transact([
    ...change.writes,
    ...(change.once ? [onceWrite(change.once, at)] : []),
    ...(change.idempotency ? [recordWrite(change.idempotency.claim, change.idempotency.reply, clock)] : []),
    ...events.map(({ id, told }) => outboxWrite(id, told, change, at)),
    headWrite(head, entry, () => new HeadMoved('another change of this subject came first')),
    {
      kind: 'put',
      table: 'ledger',
      item: ledgerItem(entry),
      when: { exists: false },
      otherwise: () => new HeadMoved('entry exists'),
    },
  ]);
  return { at, seq: entry.seq, eventIds: events.map(({ id }) => id) };
}

async function headOf(storage: Storage, subject: Subject): Promise<LedgerHead> {
  const item = await storage.get(keys.ledgerHead(subject));
  return item ? Head.parse(item) : emptyHead;
}

function outboxWrite(
  id: EventId,
  { event, data }: Told,
  { correlationId, actor }: Change,
  at: Instant,
): Write {
  const item = {
    ...keys.outbox(id),
    ...indexKeys.outboxByDay(at, id),
    source: busSource(event),
    detailType: detailType(event),
    envelope: { id, at, correlationId, actor, data },
    expiresAt: epochSeconds(addMs(at, outboxRetentionMs)),
  };
  return { kind: 'put', item, when: { exists: false } };
}

function onceWrite({ consumer, eventId }: { consumer: string; eventId: string }, at: Instant): Write {
  const item = {
    ...keys.handled(consumer, eventId),
    at,
    expiresAt: epochSeconds(addMs(at, handledRetentionMs)),
  };
  return { kind: 'put', item, when: { exists: false }, otherwise: () => alreadyHandled(consumer, eventId) };
}

/** A conflict that a queue acknowledges: the work stands. */
export const alreadyHandled = (consumer: string, eventId: string) =>
  conflict('AlreadyHandled', `${consumer} has handled this event`, { consumer, eventId });
