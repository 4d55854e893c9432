import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { addDays, calendarDate as on } from '../../../../lambdas/shared/calendar.ts';
import { breachesOf } from '../../../../lambdas/rules/servicing/account-view.ts';
import { cents } from '../../../../lambdas/shared/money.ts';
import { history, paid, termsWith } from './accounts.ts';
import { partialPaymentsApplied } from '../../../../lambdas/rules/servicing/note-waterfalls.ts';
import { payoffQuote } from '../../../../lambdas/rules/servicing/payoff-quote.ts';
import { replay } from '../../../../lambdas/rules/servicing/replay.ts';
import type { AccountTermsInput } from '../../../../lambdas/rules/servicing/account-terms.ts';

const quote = (payoffOn: string, goodThroughOn = payoffOn, more: Partial<AccountTermsInput> = {}) =>
  payoffQuote(termsWith(more), history(paid('2026-01-01')), {
    payoffOn: on(payoffOn),
    goodThroughOn: on(goodThroughOn),
    requestedOn: on('2026-01-02'),
    costs: [{ name: 'recording the release', amountCents: cents(20_00) }],
  });

describe('a payoff quote', () => {
  it('charges interest by the day since the last payment’s due date', () => {
    // 119,880.54 x 6 % x 15/365 = 295.60
    expect(quote('2026-01-16')).toMatchObject({
      principalCents: 119_880_54,
      interestCents: 295_60,
      interestFromOn: '2026-01-01',
      perDiemCents: 19_71,
      chargesCents: 0,
      totalCents: 119_880_54 + 295_60 + 20_00,
      escrowCents: 280_54,
    });
  });

  it('charges whole months of an overdue account as such, then days, and its late charges by name', () => {
    const late = quote('2026-03-11');
    // February and half of it: 599.40 x 2 and 119,880.54 x 6 % x 10/365 = 197.06
    expect(late).toMatchObject({ interestCents: 599_40 * 2 + 197_06, chargesCents: 35_97 });
    expect(late.charges).toEqual([{ id: 'late-charge:2026-02-01', name: 'late charge', owedCents: 35_97 }]);
  });

  it('says each day’s total until it is no longer good, with the late charge that falls in between', () => {
    const { totals } = quote('2026-02-16', '2026-02-17');
    expect(totals.map(({ chargesCents }) => chargesCents)).toEqual([0, 35_97]);
    const grows = (payoffDays: 'exact' | 'rounded-daily') =>
      quote('2026-02-16', '2026-02-17', { interest: { kind: 'scheduled', payoffDays } }).totals.map(
        ({ interestCents }) => interestCents,
      );
    // February 1 to 16 and 17: 599.40 and 15 or 16 days of 19.7064, rounded once or by the day
    expect(grows('exact')).toEqual([599_40 + 295_60, 599_40 + 315_30]);
    expect(grows('rounded-daily')).toEqual([599_40 + 295_65, 599_40 + 315_36]);
  });

  it('counts interest of an overdue payment that was paid in part', () => {
    const terms = termsWith({ waterfall: partialPaymentsApplied, escrowCents: 0 });
    const on15 = { payoffOn: on('2026-01-15'), goodThroughOn: on('2026-01-15') };
    // December 600.00 less the 400.00 paid, and 14 days: 120,000.00 x 6 % x 14/365 = 276.16
    expect(payoffQuote(terms, history(paid('2026-01-01', 400_00)), on15).interestCents).toBe(200_00 + 276_16);
  });

  it('may count days as parts of their period, whatever the month', () => {
    const ofPeriod = { interest: { kind: 'scheduled' as const, dayCount: 'of-period' as const } };
    // January to February 1 has 31 days: 599.40 x 15/31; February has 28: 599.40 and its 14/28
    expect(quote('2026-01-16', '2026-01-16', ofPeriod).interestCents).toBe(290_03);
    expect(quote('2026-02-15', '2026-02-15', ofPeriod).interestCents).toBe(599_40 + 299_70);
  });

  it('is sent within seven business days, and escrow comes back within twenty', () => {
    // Martin Luther King Day and Washington's Birthday do not count
    const { statementDueBy, escrowReturnedBy } = quote('2026-01-16');
    expect([statementDueBy, escrowReturnedBy]).toEqual(['2026-01-13', '2026-02-17']);
  });

  it('takes off what is held, and adds a penalty the note still allows', () => {
    const prepaymentPenalty = [
      { untilOn: '2026-06-30', ratePpm: 20_000 },
      { untilOn: '2027-06-30', ratePpm: 10_000 },
    ];
    expect(quote('2026-06-30', '2026-06-30', { prepaymentPenalty }).prepaymentPenaltyCents).toBe(2_397_61);
    expect(quote('2026-07-01', '2026-07-01', { prepaymentPenalty }).prepaymentPenaltyCents).toBe(1_198_81);
    const held = payoffQuote(termsWith(), history(paid('2026-01-01', 400_00)), {
      payoffOn: on('2026-01-01'),
      goodThroughOn: on('2026-01-01'),
    });
    expect(held.totalCents).toBe(held.owedCents - 400_00);
  });

  it('is good through sixty days at most, and runs forward', () => {
    expect(() => quote('2026-02-01', '2026-04-03')).toThrow(
      expect.objectContaining({ code: 'QuoteTooLong' }),
    );
    expect(() => quote('2026-02-01', '2026-01-31')).toThrow(
      expect.objectContaining({ code: 'DatesOutOfOrder' }),
    );
  });

  it('is exactly what pays the loan off, on any day of any account; a cent less is a payment', () => {
    const interest = fc.constantFrom(
      { kind: 'scheduled' as const },
      { kind: 'scheduled' as const, curtailedPeriod: 'by-day' as const, dayCount: '30/360' as const },
      { kind: 'daily' as const, dayCount: 'actual/365' as const },
    );
    const payments = fc.array(fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 3_000_00 })), { maxLength: 6 });
    fc.assert(
      fc.property(interest, payments, fc.nat(200), fc.nat(400_00), (how, made, days, taxes) => {
        const terms = termsWith({ interest: how });
        const payoffOn = addDays(on('2025-12-10'), days);
        const before = history(
          ...made.map(([after, amount]) => paid(addDays(on('2025-12-10'), after), amount)),
          { kind: 'deferral', effectiveOn: '2026-02-05', instalments: 1 },
          { kind: 'escrow-disbursement', effectiveOn: '2025-12-11', amountCents: taxes + 1, payee: 'taxes' },
        ).filter(({ effectiveOn }) => effectiveOn <= payoffOn);
        const { totalCents, escrowCents } = payoffQuote(terms, before, { payoffOn, goodThroughOn: payoffOn });
        fc.pre(totalCents > 1);
        const after = (amountCents: number) => {
          const sent = { kind: 'payoff' as const, id: 'payoff', effectiveOn: payoffOn, amountCents };
          return replay(terms, [...before, ...history(sent)], { on: addDays(payoffOn, 90) });
        };
        const view = after(totalCents);
        expect(view).toMatchObject({
          status: 'PAID_IN_FULL',
          principalCents: 0,
          suspenseCents: 0,
          escrowCents,
          pastDueCents: 0,
        });
        expect([...breachesOf(view), view.chargesOwedCents, view.balances['accrued-interest']]).toEqual([
          0, 0,
        ]);
        expect(after(totalCents - 1).notices).toContainEqual(
          expect.objectContaining({ code: 'PayoffShort' }),
        );
      }),
      { numRuns: 60 },
    );
  });
});
