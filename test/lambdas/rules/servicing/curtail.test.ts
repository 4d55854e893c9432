import { describe, expect, it } from 'vitest';
import { history, paid, termsWith } from './accounts.ts';
import { paidAhead } from '../../../../lambdas/rules/servicing/note-waterfalls.ts';
import { viewAt as at } from './view-at.ts';

describe('principal paid down', () => {
  const curtailed = (effectiveOn: string, amountCents: number, recast = false) =>
    history(paid('2026-01-01'), { kind: 'curtailment', effectiveOn, amountCents, recast });

  it('lowers the next payment’s interest, for the whole period or to the day', () => {
    const events = curtailed('2026-01-16', 9_880_54);
    expect(at(events, '2026-01-16')).toMatchObject({ principalCents: 110_000_00, notices: [] });
    expect(at(events, '2026-01-16').nextInstalment?.full).toMatchObject({
      interestCents: 550_00,
      principalCents: 169_46,
    });
    const byDay = termsWith({
      interest: { kind: 'scheduled', curtailedPeriod: 'by-day', dayCount: 'actual/365' },
    });
    // 9,880.54 x 6 % x 15/365 = 24.36
    expect(at(events, '2026-01-16', byDay).nextInstalment?.full).toMatchObject({ interestCents: 574_36 });
  });

  it('interest to the day that finds no room in the next payment waits for the ones after it', () => {
    const byDay = termsWith({ interest: { kind: 'scheduled', curtailedPeriod: 'by-day' }, escrowCents: 0 });
    const events = [
      ...history(paid('2026-01-01', 719_46)),
      ...history({
        kind: 'curtailment',
        id: 'c',
        effectiveOn: '2026-01-31',
        amountCents: 100_000_00,
        recast: true,
      }),
    ];
    // 100,000.00 x 6 % x 30/365 = 493.15; 19,880.54 over 359 months is 119.31 a month, 99.40 of it interest
    const first = at(events, '2026-01-31', byDay).nextInstalment?.full;
    expect(first).toMatchObject({ interestCents: 119_31, principalCents: 0 });
    const later = history(paid('2026-02-01', 119_31, 'p2')).concat(events);
    expect(at(later, '2026-02-01', byDay).nextInstalment?.full).toMatchObject({ interestCents: 119_31 });
  });

  it('finds the payment anew over the rest of the term in a recast', () => {
    const { full } = at(curtailed('2026-01-16', 20_000_00, true), '2026-01-16').nextInstalment ?? {};
    // 99,880.54 over 359 months
    expect((full?.interestCents ?? 0) + (full?.principalCents ?? 0)).toBe(599_43);
  });

  it('pays due instalments first; all of the principal is a payoff, or held when it is short of one', () => {
    const due = history({ kind: 'curtailment', effectiveOn: '2026-01-05', amountCents: 1_500_00 });
    expect(at(due, '2026-01-05')).toMatchObject({
      principalCents: 119_380_54,
      notices: [{ code: 'InstalmentsFirst' }],
    });
    const over = at(curtailed('2026-01-16', 130_000_00), '2026-01-16');
    expect(over).toMatchObject({ status: 'PAID_IN_FULL', suspenseCents: 10_119_46 - 295_60 });
    const short = at(curtailed('2026-01-16', 119_900_00), '2026-01-16');
    expect(short).toMatchObject({ principalCents: 119_880_54, suspenseCents: 119_900_00 });
    expect(short.notices).toMatchObject([{ code: 'PayoffShort' }]);
    expect(at(curtailed('2026-01-16', 119_880_54), '2026-01-16').principalCents).toBe(119_880_54);
  });

  it('of a loan that is paid off is held, with a notice', () => {
    const over = curtailed('2026-01-16', 130_000_00);
    const again = history({
      kind: 'curtailment',
      id: 'again',
      effectiveOn: '2026-01-20',
      amountCents: 50_00,
    });
    const view = at([...over, ...again], '2026-01-20');
    expect(view.suspenseCents).toBe(at(over, '2026-01-20').suspenseCents + 50_00);
    expect(view.notices).toMatchObject([{ code: 'PayoffShort' }]);
  });

  it('takes what is beyond a payment as principal, or as the next payments where the note pays ahead', () => {
    const events = history(paid('2026-01-01', 2_500_00));
    expect(at(events, '2026-01-02')).toMatchObject({ principalCents: 118_380_54, nextDueOn: '2026-02-01' });
    const ahead = at(events, '2026-01-02', termsWith({ waterfall: paidAhead }));
    expect(ahead).toMatchObject({
      principalCents: 119_760_48,
      suspenseCents: 500_00,
      nextDueOn: '2026-03-01',
    });
  });
});
