import { type ReturnReason, verdictReason } from './return-reasons.ts';
import type { ReadPart } from './stored-reading.ts';

export type FileOutcome =
  | { outcome: 'ACCEPT' }
  | { outcome: 'RETURN'; reason: ReturnReason }
  | { outcome: 'REVIEW' };

/**
 * One verdict for a file of one or several documents. All accepted: accepted. Every one to be asked for again: returned
 * with the first reason. Anything else is for a person, who sees each part's own verdict.
 */
export function decideFile(parts: readonly ReadPart[]): FileOutcome {
  if (parts.length > 0 && parts.every(({ outcome }) => outcome === 'accepted')) return { outcome: 'ACCEPT' };
  const asks = parts.flatMap(({ ask }) => ask ?? []);
  const [first] = asks;
  if (first && asks.length === parts.length)
    return { outcome: 'RETURN', reason: verdictReason(first.code, first.reason) };
  return { outcome: 'REVIEW' };
}
