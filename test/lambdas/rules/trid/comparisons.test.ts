import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amortize } from '../../../../lambdas/rules/amortization/amortize.ts';
import { cents } from '../../../../lambdas/shared/money.ts';
import { fixedRatePlan } from '../../../../lambdas/rules/amortization/note-plans.ts';
import { inFiveYears, paidOnSchedule } from '../../../../lambdas/rules/trid/comparisons.ts';
import { paidDisregardingCents } from '../../../../lambdas/rules/trid/whole-cents-disregarded.ts';
import { ppm } from '../../../../lambdas/shared/rate.ts';

describe('in five years', () => {
  it('adds payments, insurance, loan costs and prepaid interest, and rounds once', () => {
    const paid = { paymentsCents: cents(4_500_030), principalCents: cents(1_500_050) };
    const costs = { loanCostsCents: cents(300_010), prepaidInterestCents: cents(-10_005) };
    const mortgageInsurance = { monthlyCents: cents(1_000), payments: 24 };
    expect(inFiveYears({ paid, mortgageInsurance, ...costs })).toMatchObject({
      totalCents: 4_814_000,
      principalCents: 1_500_100,
    });
  });

  it('comes to the same, but for cents, by schedule or with cents disregarded', () => {
    const loan = fc.record({
      principal: fc.integer({ min: 5_000_000, max: 100_000_000 }),
      rate: fc.integer({ min: 0, max: 120_000 }),
      months: fc.constantFrom(120, 180, 360),
    });
    fc.assert(
      fc.property(loan, ({ principal, rate, months }) => {
        const terms = { principalCents: cents(principal), ratePpm: ppm(rate), months };
        const bySchedule = paidOnSchedule(amortize(fixedRatePlan(terms)));
        const exact = paidDisregardingCents(terms, 60);
        expect(Math.abs(exact.paymentsCents - bySchedule.paymentsCents)).toBeLessThanOrEqual(60);
        expect(Math.abs(exact.principalCents - bySchedule.principalCents)).toBeLessThanOrEqual(150);
      }),
      { numRuns: 20 },
    );
  });

  it('has paid the whole principal at the end', () => {
    const loan = { principalCents: cents(16_200_000), ratePpm: ppm(38_750), months: 360 };
    expect(paidDisregardingCents(loan, 360).principalCents).toBe(16_200_000);
  });
});
