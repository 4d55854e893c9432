import { percentText } from '../disclosure-text.ts';
import { formatDollars } from '../../../shared/money.ts';
import type { LoanCostFigures } from '../../apr/loan-cost-figures.ts';
import type { Ppm } from '../../../shared/rate.ts';

export interface LoanCalculation {
  label: string;
  value: string;
  explanation: string;
  citation: string;
}

/** "Loan Calculations" on page 5 of the Closing Disclosure, 1026.38(o). */
export const loanCalculations = (figures: LoanCostFigures, aprPpm: Ppm): LoanCalculation[] => [
  {
    label: 'Total of Payments',
    value: formatDollars(figures.totalOfPaymentsCents),
    explanation:
      'Total you will have paid after you make all payments of principal, interest, mortgage insurance, and loan costs, as scheduled.',
    citation: '1026.38(o)(1)',
  },
  {
    label: 'Finance Charge',
    value: formatDollars(figures.financeChargeCents),
    explanation: 'The dollar amount the loan will cost you.',
    citation: '1026.38(o)(2)',
  },
  {
    label: 'Amount Financed',
    value: formatDollars(figures.amountFinancedCents),
    explanation: 'The loan amount available after paying your upfront finance charge.',
    citation: '1026.38(o)(3)',
  },
  {
    label: 'Annual Percentage Rate (APR)',
    value: percentText(aprPpm),
    explanation: 'Your costs over the loan term expressed as a rate. This is not your interest rate.',
    citation: '1026.38(o)(4)',
  },
  {
    label: 'Total Interest Percentage (TIP)',
    value: percentText(figures.totalInterestPercentagePpm),
    explanation:
      'The total amount of interest that you will pay over the loan term as a percentage of your loan amount.',
    citation: '1026.38(o)(5)',
  },
];
