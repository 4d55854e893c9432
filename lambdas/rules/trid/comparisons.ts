import { cents, sumCents } from '../../shared/money.ts';
import { toWholeDollars } from './disclosure-text.ts';
import type { Cents } from '../../shared/money.ts';
import type { Schedule } from '../amortization/amortize.ts';

/** 1026.37(l)(1): sixty months. */
export const FIVE_YEARS = 60;

export interface ComparisonFacts {
  /** What is paid on the note in the first sixty months: `paidOnSchedule`, or `paidDisregardingCents`. */
  paid: { paymentsCents: Cents; principalCents: Cents };
  mortgageInsurance?: { monthlyCents: Cents; payments: number };
  /** Loan costs, table D of the Loan Estimate. */
  loanCostsCents: Cents;
  /** Prepaid interest; negative when the creditor gives a credit. */
  prepaidInterestCents: Cents;
}

export interface InFiveYears {
  /** Principal, interest, mortgage insurance and loan costs, in whole dollars from exact amounts. */
  totalCents: Cents;
  principalCents: Cents;
  citation: '1026.37(l)(1)';
}

/** `In 5 Years` of the Loan Estimate: sums of exact amounts, rounded once (comment 37(o)(4)-2). */
export function inFiveYears(facts: ComparisonFacts): InFiveYears {
  const { paid, mortgageInsurance: insurance, loanCostsCents, prepaidInterestCents } = facts;
  const insured = Math.min(insurance?.payments ?? 0, FIVE_YEARS);
  const premiums = cents((insurance?.monthlyCents ?? 0) * insured);
  return {
    totalCents: toWholeDollars(
      sumCents([paid.paymentsCents, premiums, loanCostsCents, prepaidInterestCents]),
    ),
    principalCents: toWholeDollars(paid.principalCents),
    citation: '1026.37(l)(1)',
  };
}

/** The payments that fall due in the first sixty months, each in whole cents. */
export function paidOnSchedule({ payments }: Schedule): { paymentsCents: Cents; principalCents: Cents } {
  const early = payments.slice(0, FIVE_YEARS);
  return {
    paymentsCents: sumCents(early.map(({ paymentCents }) => paymentCents)),
    principalCents: sumCents(early.map(({ principalCents }) => principalCents)),
  };
}
