import { describe, expect, it } from 'vitest';
import { cents } from '../../../../lambdas/shared/money.ts';
import { constructionEstimate } from '../../../../lambdas/rules/amortization/construction-estimate.ts';
import { ppm } from '../../../../lambdas/shared/rate.ts';

const terms = {
  commitmentCents: cents(200_000_00),
  ratePpm: ppm(80_000),
  constructionMonths: 9,
  prepaidFinanceChargeCents: cents(3_000_00),
} as const;

describe('a construction loan with unknown advances', () => {
  it('is taken as half advanced throughout', () => {
    expect(constructionEstimate({ ...terms, interestOn: 'advances' })).toEqual({
      interestCents: 6_000_00,
      assumedOutstandingCents: 100_000_00,
      amountFinancedForAprCents: 97_000_00,
      amountFinancedDisclosedCents: 197_000_00,
    });
  });

  it('bears interest on all of it when the contract says so', () => {
    expect(constructionEstimate({ ...terms, interestOn: 'commitment' })).toMatchObject({
      interestCents: 12_000_00,
      amountFinancedForAprCents: 97_000_00,
    });
  });
});
