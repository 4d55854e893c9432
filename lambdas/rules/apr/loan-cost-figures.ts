import { addCents, cents, subtractCents } from '../../shared/money.ts';
import { dividedBy, rational } from '../../shared/rational.ts';
import { halfUp } from '../../shared/rounding.ts';
import { ppm, roundToPpm } from '../../shared/rate.ts';
import type { Cents } from '../../shared/money.ts';
import type { Ppm } from '../../shared/rate.ts';

export interface LoanCosts {
  loanAmountCents: Cents;
  /** Principal and interest and mortgage insurance of all scheduled payments. */
  scheduledPaymentsCents: Cents;
  /** Interest within the scheduled payments. */
  scheduledInterestCents: Cents;
  mortgageInsuranceCents: Cents;
  prepaidInterestCents: Cents;
  /** Finance charges paid at or before consummation, prepaid interest among them. */
  prepaidFinanceChargeCents: Cents;
  /** Loan costs of the closing disclosure's table D that the borrower pays (1026.38(f)(4)). */
  loanCostsCents: Cents;
}

export interface LoanCostFigures {
  /** 1026.38(o)(3), 1026.18(b): loan amount less prepaid finance charges. */
  amountFinancedCents: Cents;
  /** 1026.38(o)(2), 1026.4: interest, mortgage insurance and prepaid finance charges. */
  financeChargeCents: Cents;
  /** 1026.38(o)(1): all payments plus loan costs and prepaid interest. */
  totalOfPaymentsCents: Cents;
  /** 1026.37(l)(3), .38(o)(5): all interest over the loan amount, to the third decimal of a percentage. */
  totalInterestPercentagePpm: Ppm;
}

/** The figures of "Loan Calculations" except the annual percentage rate. */
export function loanCostFigures(costs: LoanCosts): LoanCostFigures {
  const interest = addCents(costs.scheduledInterestCents, costs.prepaidInterestCents);
  const exactShare = dividedBy(rational(interest), rational(costs.loanAmountCents));
  const tenths = roundToPpm(dividedBy(exactShare, rational(10)), halfUp); // thousandths of a percentage
  return {
    amountFinancedCents: subtractCents(costs.loanAmountCents, costs.prepaidFinanceChargeCents),
    financeChargeCents: cents(
      costs.scheduledInterestCents + costs.mortgageInsuranceCents + costs.prepaidFinanceChargeCents,
    ),
    totalOfPaymentsCents: cents(
      costs.scheduledPaymentsCents + costs.loanCostsCents + costs.prepaidInterestCents,
    ),
    totalInterestPercentagePpm: ppm(tenths * 10),
  };
}
