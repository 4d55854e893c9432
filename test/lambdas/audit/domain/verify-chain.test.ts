import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AuditEntry } from '../../../../lambdas/audit/contracts.ts';
import { verifyChain } from '../../../../lambdas/audit/domain/verify-chain.ts';
import { chainOf, entriesOf, headOf } from '../chain.ts';

const kernel = await chainOf(6);
const entries = entriesOf(kernel);
const head = await headOf(kernel);

describe('a chain', () => {
  it('as it was written holds, of any length', async () => {
    expect(verifyChain(entries, head)).toEqual({ verified: true, entries: 6, headHash: head?.hash });
    expect(verifyChain([], undefined)).toMatchObject({ verified: true, entries: 0 });
  });

  it('breaks at the entry in which any single byte was changed', () => {
    fc.assert(
      fc.property(fc.nat({ max: 5 }), fc.nat(), fc.integer({ min: 33, max: 126 }), (at, place, code) => {
        const text = JSON.stringify(entries[at]);
        const index = place % text.length;
        const changed = `${text.slice(0, index)}${String.fromCharCode(code)}${text.slice(index + 1)}`;
        if (changed === text) return;
        let entry: unknown;
        try {
          entry = JSON.parse(changed);
        } catch {
          return; // no longer an entry at all
        }
        const parsed = AuditEntry.strict().safeParse(entry);
        if (!parsed.success) return; // refused before the chain is walked
        if (JSON.stringify(parsed.data) === text) return;
        const verdict = verifyChain(
          entries.map((one, n) => (n === at ? parsed.data : one)),
          head,
        );
        expect(verdict.verified).toBe(false);
        expect(verdict.firstBreak?.seq).toBe(at + 1);
      }),
      { numRuns: 3000 },
    );
  });

  it.each<[string, typeof entries, { seq: number; hash: string } | undefined, RegExp]>([
    ['an entry is missing', entries.filter((_, n) => n !== 2), head, /missing/],
    ['the first is missing', entries.slice(1), head, /missing/],
    ['the last is missing', entries.slice(0, -1), head, /head counts/],
    [
      'two are swapped',
      [entries[1], entries[0], ...entries.slice(2)].filter((one) => one !== undefined),
      head,
      /missing/,
    ],
    ['one stands twice', [...entries, ...entries.slice(-1)], head, /missing/],
    [
      'one passes for a read',
      entries.map((one, n) => (n === 3 ? { ...one, kind: 'read' as const } : one)),
      head,
      /not a change/,
    ],
    ['the head is another', entries, { seq: 6, hash: 'f'.repeat(64) }, /another hash/],
    ['the head is gone', entries, undefined, /no head/],
    ['all entries are gone', [], head, /head counts/],
  ])('breaks when %s', (_what, given, givenHead, reason) => {
    const verdict = verifyChain(given, givenHead);
    expect(verdict.verified).toBe(false);
    expect(verdict.firstBreak?.reason).toMatch(reason);
  });
});
