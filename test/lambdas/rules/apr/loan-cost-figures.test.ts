import { expect, it } from 'vitest';
import { cents } from '../../../../lambdas/shared/money.ts';
import { loanCostFigures } from '../../../../lambdas/rules/apr/loan-cost-figures.ts';

it('works out amount financed, finance charge, total of payments and total interest percentage', () => {
  const figures = loanCostFigures({
    loanAmountCents: cents(200_000_00),
    scheduledPaymentsCents: cents(430_000_00),
    scheduledInterestCents: cents(228_000_00),
    mortgageInsuranceCents: cents(2_000_00),
    prepaidInterestCents: cents(333_33),
    prepaidFinanceChargeCents: cents(3_333_33),
    loanCostsCents: cents(4_500_00),
  });
  expect(figures).toEqual({
    amountFinancedCents: 196_666_67,
    financeChargeCents: 233_333_33,
    totalOfPaymentsCents: 434_833_33,
    totalInterestPercentagePpm: 1_141_670,
  });
});
