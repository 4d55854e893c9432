import { describe, expect, it } from 'vitest';
import {
  GrowingLoanSchema,
  maximumLoanAmount,
} from '../../../../lambdas/rules/ability-to-repay/maximum-loan-amount.ts';

const loan = {
  loanAmountCents: 30_000_000,
  months: 360,
  initialRatePpm: 20_000,
  initialRatePayments: 1,
  highestRatePpm: 90_000,
  yearlyRisePpm: 75_000,
  balanceLimitPpm: 1_100_000,
  minimumPayments: 60,
};
const found = (change: object) => maximumLoanAmount(GrowingLoanSchema.parse({ ...loan, ...change }));

describe('the maximum loan amount', () => {
  it('is the last balance within the limit, and the loan is recast there', () => {
    const { maximumCents, recastAtPayment, monthsAfterRecast } = found({});
    expect(maximumCents).toBeLessThanOrEqual(33_000_000);
    expect(recastAtPayment + monthsAfterRecast).toBe(360);
    const wider = found({ balanceLimitPpm: 1_101_000 });
    expect(wider.recastAtPayment).toBeGreaterThanOrEqual(recastAtPayment);
    const next = found({ balanceLimitPpm: 2_000_000, minimumPayments: recastAtPayment + 1 });
    expect(next.maximumCents).toBeGreaterThan(33_000_000);
  });

  it('is reached when minimum payments end, if the limit is not', () => {
    expect(found({ balanceLimitPpm: 2_000_000, minimumPayments: 24 })).toMatchObject({ recastAtPayment: 24 });
  });

  it('is the loan amount when payments cover the interest', () => {
    const level = { initialRatePpm: 60_000, highestRatePpm: 60_000 };
    expect(found(level)).toMatchObject({ maximumCents: 30_000_000, recastAtPayment: 60 });
  });

  it('grows by interest less payment each month', () => {
    // 1,108.86 a month at 2 %: the first month falls by principal, the second adds 9 % interest less the payment
    const first = found({ minimumPayments: 1, initialRatePayments: 0 });
    expect(first.maximumCents).toBe(30_000_000 + 225_000 - 110_886);
  });
});
