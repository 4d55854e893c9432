import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { AuditEntry } from '../contracts.ts';

export interface ChainVerdict {
  verified: boolean;
  entries: number;
  headHash: string;
  firstBreak?: { seq: number; reason: string };
}

const noHash = '0'.repeat(64);

/** SHA-256, hex, of the canonical JSON (RFC 8785) of what the ledger hashes; the definition stands in shared/ledger.ts, this is an independent reading of it. */
export function hashOf(entry: AuditEntry): string {
  const { entryId, subject, seq, at, actor, action, facts, correlationId, prevHash } = entry;
  const text = canonicalize({ entryId, subject, seq, at, actor, action, facts, correlationId, prevHash });
  return createHash('sha256')
    .update(text ?? '')
    .digest('hex');
}

/** Walks a subject's changes from the first: gaps, wrong links, changed bytes and a head that does not fit all break it. */
export function verifyChain(
  entries: readonly AuditEntry[],
  head: { seq: number; hash: string } | undefined,
): ChainVerdict {
  let previous = noHash;
  for (const [index, entry] of entries.entries()) {
    const reason = breakOf(entry, index + 1, previous);
    if (reason !== undefined)
      return {
        verified: false,
        entries: entries.length,
        headHash: previous,
        firstBreak: { seq: index + 1, reason },
      };
    previous = entry.hash ?? '';
  }
  const headReason = headBreak(entries.length, previous, head);
  const verdict = { entries: entries.length, headHash: previous };
  return headReason === undefined
    ? { verified: true, ...verdict }
    : { verified: false, ...verdict, firstBreak: { seq: entries.length + 1, reason: headReason } };
}

function breakOf(entry: AuditEntry, expectedSeq: number, previous: string): string | undefined {
  if (entry.seq !== expectedSeq) return `entry ${expectedSeq} is missing`;
  if (entry.kind !== 'change') return 'is not a change';
  if (entry.prevHash !== previous) return 'does not link to the entry before it';
  return entry.hash === hashOf(entry) ? undefined : 'its content was changed';
}

function headBreak(
  count: number,
  last: string,
  head: { seq: number; hash: string } | undefined,
): string | undefined {
  if (!head) return count === 0 ? undefined : 'the subject has no head';
  if (head.seq !== count) return `the head counts ${head.seq} entries`;
  return head.hash === last ? undefined : 'the head is another hash';
}
