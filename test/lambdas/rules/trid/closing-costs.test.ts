import { describe, expect, it } from 'vitest';
import { closingCosts } from '../../../../lambdas/rules/trid/closing-costs.ts';

const costs = {
  items: [
    { section: 'A' as const, name: 'Underwriting Fee', amountCents: 80_050 },
    {
      section: 'B' as const,
      name: 'Appraisal',
      amountCents: 50_050,
      paidBy: 'borrower-before-closing' as const,
    },
    { section: 'C' as const, name: 'Survey', amountCents: 10_049 },
    { section: 'E' as const, name: 'Recording Fees', amountCents: 8_500 },
    { section: 'E' as const, name: 'Transfer Tax', amountCents: 95_000, paidBy: 'seller' as const },
    { section: 'G' as const, name: 'Homeowner Insurance', amountCents: 20_166 },
    { section: 'G' as const, name: 'Aggregate Adjustment', amountCents: -149 },
  ],
  lenderCreditsCents: 25_049,
};

describe('closing costs', () => {
  it('of a Loan Estimate are whole dollars, and its totals add the rounded items', () => {
    expect(closingCosts(costs, 'loan-estimate')).toMatchObject({
      loanCostsCents: 80_100 + 50_100 + 10_000,
      otherCostsCents: 8_500 + 20_200 - 100,
      lenderCreditsCents: -25_000,
      totalClosingCostsCents: 143_800,
    });
  });

  it('of a Closing Disclosure are exact, without what the seller pays', () => {
    const found = closingCosts(costs, 'closing-disclosure');
    expect(found).toMatchObject({
      loanCostsCents: 140_149,
      otherCostsCents: 28_517,
      totalClosingCostsCents: 143_617,
      paidBeforeClosingCents: 50_050,
    });
    expect(found.sections.find(({ section }) => section === 'E')?.items).toHaveLength(1);
  });
});
