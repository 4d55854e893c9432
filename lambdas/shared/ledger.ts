import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Actor } from './actor.ts';
import type { Instant } from './clock.ts';
import type { Facts } from './errors.ts';
import { indexKeys, keys, type Subject } from './table.ts';
import type { Item, Write } from './storage.ts';

/** One fact of the audit trail: who did what to which subject, when, and the hash of the fact before it. No borrower data. */
export interface LedgerEntry {
  entryId: string;
  subject: Subject;
  /** From 1, without gaps. */
  seq: number;
  at: Instant;
  actor: Actor;
  /** PascalCase past tense: `LoanOpened`. */
  action: string;
  facts: Facts;
  correlationId: string;
  /** SHA-256, hex, of the entry before; 64 zeros for the first. */
  prevHash: string;
  hash: string;
}

export interface LedgerHead {
  seq: number;
  hash: string;
}

export const emptyHead: LedgerHead = { seq: 0, hash: '0'.repeat(64) };

/** SHA-256 of the RFC 8785 canonical JSON of everything but the hash itself. */
export function hashEntry(entry: Omit<LedgerEntry, 'hash'>): string {
  const { entryId, subject, seq, at, actor, action, facts, correlationId, prevHash } = entry;
  const text = canonicalize({ entryId, subject, seq, at, actor, action, facts, correlationId, prevHash });
  return createHash('sha256')
    .update(text ?? '')
    .digest('hex');
}

export function nextEntry(
  head: LedgerHead,
  entry: Omit<LedgerEntry, 'hash' | 'prevHash' | 'seq'>,
): LedgerEntry {
  const unhashed = { ...entry, seq: head.seq + 1, prevHash: head.hash };
  return { ...unhashed, hash: hashEntry(unhashed) };
}

/** The ledger's item of an entry, written once. */
export function ledgerItem(entry: LedgerEntry): Item {
  return {
    ...keys.ledgerEntry(entry.subject, entry.seq),
    ...indexKeys.ledgerByActor(entry.actor, entry.at, entry.entryId),
    ...indexKeys.ledgerByDay(entry.at.slice(0, 10), entry.at, entry.entryId),
    kind: 'change',
    schemaVersion: 1,
    ...entry,
  };
}

/** Moves the subject's head from `head` to `entry`; fails when somebody else appended in between. */
export function headWrite(head: LedgerHead, entry: LedgerEntry, otherwise: () => Error): Write {
  const key = keys.ledgerHead(entry.subject);
  const item = { ...key, seq: entry.seq, hash: entry.hash };
  const when = head.seq === 0 ? { exists: false } : { equals: { seq: head.seq, hash: head.hash } };
  return { kind: 'put', item, when, otherwise };
}

export interface ReadEntry {
  entryId: string;
  subject: Subject;
  at: Instant;
  actor: Actor;
  /** `LoanRead`, `FileViewed`, `AccessRefused` … */
  action: string;
  facts: Facts;
  correlationId: string;
}

/** A read is an entry too: unchained, one per request, never changed. */
export function readWrite(entry: ReadEntry): Write {
  const item = {
    ...keys.readEntry(entry.subject, entry.at, entry.entryId),
    ...indexKeys.ledgerByActor(entry.actor, entry.at, entry.entryId),
    ...indexKeys.ledgerByDay(entry.at.slice(0, 10), entry.at, entry.entryId),
    kind: 'read',
    schemaVersion: 1,
    ...entry,
  };
  return { kind: 'put', table: 'ledger', item, when: { exists: false } };
}
