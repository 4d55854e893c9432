import { describe, expect, it } from 'vitest';
import { calendarDate as on } from '../../../../lambdas/shared/calendar.ts';
import { compareViews } from '../../../../lambdas/rules/servicing/compare-views.ts';
import { history, paid, termsWith } from './accounts.ts';
import { journal } from '../../../../lambdas/rules/servicing/journal.ts';
import { replay } from '../../../../lambdas/rules/servicing/replay.ts';
import type { Instant } from '../../../../lambdas/shared/clock.ts';

/** A payment received in grace and found in the mail room ten days after it. */
const events = history({ ...paid('2026-01-10', 1_000_00, 'found'), enteredAt: '2026-01-26T15:00:00Z' });
const known = (knownAt: string) => ({ on: on('2026-01-31'), knownAt: knownAt as Instant });

describe('two views of one account', () => {
  const before = replay(termsWith(), events, known('2026-01-25T00:00:00Z'));
  const after = replay(termsWith(), events, known('2026-01-27T00:00:00Z'));

  it('differ by correcting entries, each dated when it takes effect', () => {
    expect(compareViews(before, after).corrections).toEqual([
      {
        source: 'found',
        kind: 'payment',
        change: 'added',
        effectiveOn: '2026-01-10',
        before: [],
        after: expect.anything(),
        postings: [
          { account: 'cash', amountCents: 1_000_00 },
          { account: 'principal', amountCents: -119_46 },
          { account: 'accrued-interest', amountCents: -600_00 },
          { account: 'escrow', amountCents: -280_54 },
        ],
      },
      {
        source: 'late-charge:2026-01-01',
        kind: 'late-charge',
        change: 'removed',
        effectiveOn: '2026-01-17',
        before: expect.anything(),
        after: [],
        postings: [
          { account: 'late-charges-receivable', amountCents: -35_97 },
          { account: 'late-charge-income', amountCents: 35_97 },
        ],
      },
    ]);
  });

  it('and by the figures that a person sees', () => {
    const { figures, balances } = compareViews(before, after);
    expect(figures).toContainEqual({ figure: 'nextDueOn', before: '2026-01-01', after: '2026-02-01' });
    expect(balances.find(({ account }) => account === 'escrow')?.changeCents).toBe(-280_54);
    expect(compareViews(after, after)).toEqual({ corrections: [], balances: [], figures: [] });
  });

  it('are booked by lines that are added, never edited', () => {
    const closings = [known('2026-01-25T00:00:00Z'), known('2026-01-27T00:00:00Z')];
    const booked = journal(termsWith(), events, closings);
    expect(booked.map(({ source, change }) => `${change} ${source}`)).toEqual([
      'added opening',
      'added due:2026-01-01',
      'added late-charge:2026-01-01',
      'added found',
      'removed late-charge:2026-01-01',
    ]);
  });
});
