import { describe, expect, it } from 'vitest';
import { cashToClose } from '../../../../lambdas/rules/trid/cash-to-close.ts';

const purchase = {
  table: 'standard' as const,
  salePriceCents: 25_000_000,
  loanAmountCents: 20_000_000,
  totalClosingCostsCents: 850_000,
  otherThirdPartyPaymentsCents: 25_000_000,
};
const amounts = (facts: Parameters<typeof cashToClose>[0]) =>
  Object.fromEntries(cashToClose(facts).lines.map(({ line, amountCents }) => [line, amountCents]));

describe('cash to close', () => {
  it('of a purchase is costs and down payment less deposit and credits', () => {
    const facts = {
      ...purchase,
      paidBeforeClosingCents: 50_000,
      depositCents: 500_000,
      sellerCreditsCents: 200_000,
      adjustmentsCents: -30_000,
    };
    expect(cashToClose(facts).cashToCloseCents).toBe(
      850_000 - 50_000 + 5_000_000 - 500_000 - 200_000 - 30_000,
    );
    expect(amounts(facts)['Down Payment/Funds from Borrower']).toBe(5_000_000);
  });

  it('counts an assumed loan toward the price', () => {
    expect(amounts({ ...purchase, assumedLoansCents: 1_000_000 })['Down Payment/Funds from Borrower']).toBe(
      4_000_000,
    );
  });

  it('finances closing costs with what is left of the loan, and no more than they are', () => {
    const debt = { debtSatisfiedCents: 19_500_000, otherThirdPartyPaymentsCents: 19_500_000 };
    const { salePriceCents: _none, ...refinance } = { ...purchase, ...debt };
    expect(amounts(refinance)).toMatchObject({ 'Closing Costs Financed': -500_000, 'Funds for Borrower': 0 });
    const small = { ...refinance, totalClosingCostsCents: 300_000 };
    expect(amounts(small)).toMatchObject({
      'Closing Costs Financed': -300_000,
      'Funds for Borrower': -200_000,
    });
    expect(cashToClose(small).cashToCloseCents).toBe(-200_000);
  });

  it('by the alternative table is costs and payoffs less the loan', () => {
    const found = cashToClose({
      table: 'alternative',
      loanAmountCents: 15_000_000,
      totalClosingCostsCents: 575_757,
      payoffsAndPaymentsCents: 11_456_500,
    });
    expect(found).toMatchObject({ cashToCloseCents: -2_967_743, closingCostsFinancedCents: 575_757 });
  });
});
