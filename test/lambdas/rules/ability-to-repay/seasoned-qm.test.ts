import { describe, expect, it } from 'vitest';
import { seasonedQualifiedMortgage } from '../../../../lambdas/rules/ability-to-repay/seasoned-qm.ts';

const facts = {
  isFirstLien: true,
  isFixedRate: true,
  isHighCost: false,
  meetsProductAndFeeTests: true,
  isHeldInPortfolio: true,
  monthsSinceFirstPaymentDue: 36,
  delinquencies30Days: 2,
  delinquencies60Days: 0,
};

describe('a Seasoned qualified mortgage', () => {
  it('is one after 36 months with two late payments at most', () => {
    expect(seasonedQualifiedMortgage(facts).passed).toBe(true);
  });

  it.each([
    { isFirstLien: false },
    { isFixedRate: false },
    { isHighCost: true },
    { meetsProductAndFeeTests: false },
    { isHeldInPortfolio: false },
    { monthsSinceFirstPaymentDue: 35 },
    { delinquencies30Days: 3 },
    { delinquencies60Days: 1 },
  ])('is none with %j', (change) => {
    expect(seasonedQualifiedMortgage({ ...facts, ...change }).passed).toBe(false);
  });
});
