import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  constructionAlone,
  constructionPermanent,
} from '../../../../lambdas/rules/amortization/construction-permanent.ts';

const construction = {
  commitmentCents: 20_000_000,
  ratePpm: 80_000,
  constructionMonths: 6,
  prepaidFinanceChargeCents: 300_000,
  interestOn: 'advances' as const,
};
const permanent = (ratePpm: number, months = 360, principalCents = 20_000_000) => ({
  principalCents,
  periods: { kind: 'equal' as const, perYear: 12 },
  segments: [{ payments: months, ratePpm, payment: { kind: 'level' as const, overPayments: months } }],
});

describe('a construction phase disclosed apart, Appendix D part I', () => {
  it('is one payment on half the commitment', () => {
    const found = constructionAlone(construction);
    expect(found).toMatchObject({
      constructionInterestCents: 400_000,
      financeChargeCents: 700_000,
      amountFinancedCents: 19_700_000,
      amountFinancedForAprCents: 9_700_000,
      totalOfPaymentsCents: 20_400_000,
    });
    // 7,000 on 97,000 in half a year
    expect(found.aprPpm).toBe(Math.round((700_000 / 9_700_000) * 2 * 1_000_000));
  });

  it('compounds by the year beyond one year', () => {
    const { aprPpm = 0 } = constructionAlone({
      ...construction,
      prepaidFinanceChargeCents: 0,
      constructionMonths: 24,
    });
    // 1.16 over two years
    expect(aprPpm).toBe(Math.round((Math.sqrt(1.16) - 1) * 1_000_000));
  });

  it('has no rate when charges eat up what is assumed advanced', () => {
    const found = constructionAlone({ ...construction, prepaidFinanceChargeCents: 10_000_000 });
    expect(found).not.toHaveProperty('aprPpm');
  });
});

describe('construction and permanent financing as one transaction, Appendix D part II', () => {
  it('adds construction interest to the finance charge, and takes it as prepaid for the rate only', () => {
    const found = constructionPermanent({ construction, permanent: permanent(70_000) });
    expect(found).toMatchObject({
      constructionInterestCents: 400_000,
      amountFinancedCents: 19_700_000,
      amountFinancedForAprCents: 19_300_000,
      citation: '1026 Appendix D, part II',
    });
    expect(found.aprPpm).toBeGreaterThan(70_000);
    expect(found.aprPpm).toBeLessThan(75_000);
  });

  it('bears interest on the whole commitment where the contract says so', () => {
    const whole = { ...construction, interestOn: 'commitment' as const };
    const found = constructionPermanent({ construction: whole, permanent: permanent(70_000) });
    expect(found.constructionInterestCents).toBe(800_000);
  });

  it('starts the first period in the middle of construction: later first payments lower the rate', () => {
    const rate = (firstPaymentAfterMonths: number) =>
      constructionPermanent({ construction, permanent: permanent(70_000), firstPaymentAfterMonths }).aprPpm ??
      0;
    expect(rate(2)).toBeLessThan(rate(1));
  });

  it('refuses a permanent loan of another amount', () => {
    expect(() => constructionPermanent({ construction, permanent: permanent(70_000, 360, 1_000) })).toThrow(
      /whole commitment/,
    );
  });

  it('has a total of payments that is amount financed and finance charge together', () => {
    const anyPhase = fc.record({
      commitmentCents: fc.integer({ min: 5_000_000, max: 100_000_000 }),
      ratePpm: fc.integer({ min: 10_000, max: 120_000 }),
      constructionMonths: fc.integer({ min: 1, max: 24 }),
      prepaidFinanceChargeCents: fc.integer({ min: 0, max: 400_000 }),
      interestOn: fc.constantFrom('advances' as const, 'commitment' as const),
    });
    fc.assert(
      fc.property(anyPhase, fc.integer({ min: 10_000, max: 120_000 }), (phase, ratePpm) => {
        const plan = permanent(ratePpm, 180, phase.commitmentCents);
        for (const found of [
          constructionPermanent({ construction: phase, permanent: plan }),
          constructionAlone(phase),
        ])
          expect(found.amountFinancedCents + found.financeChargeCents).toBe(found.totalOfPaymentsCents);
      }),
      { numRuns: 25 },
    );
  });
});
