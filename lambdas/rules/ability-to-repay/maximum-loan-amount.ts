import * as z from 'zod';
import { NonNegativeCentsSchema, PpmSchema } from '../../shared/value-schemas.ts';
import { addCents, multiplyByRatio, subtractCents } from '../../shared/money.ts';
import { floor, halfUp } from '../../shared/rounding.ts';
import { levelPayment } from '../amortization/level-payment.ts';
import { periodicRate, ppm, rateOf } from '../../shared/rate.ts';
import type { Cents } from '../../shared/money.ts';

/** A note with minimum payments that may not cover the interest. */
export const GrowingLoanSchema = z
  .strictObject({
    loanAmountCents: NonNegativeCentsSchema,
    months: z.int().min(1).max(600),
    initialRatePpm: PpmSchema.nonnegative(),
    /** How many payments the initial rate lasts; after them the highest rate is assumed at once. */
    initialRatePayments: z.int().nonnegative(),
    highestRatePpm: PpmSchema.nonnegative(),
    /** How much the minimum payment may rise each year: 75,000 is 7.5 %. */
    yearlyRisePpm: PpmSchema.nonnegative(),
    /** The balance at which the loan is recast, as a part of the loan amount: 1,150,000 is 115 %. */
    balanceLimitPpm: PpmSchema.nonnegative(),
    /** The last payment that may be a minimum one. */
    minimumPayments: z.int().min(1).max(600),
  })
  .refine(({ months, minimumPayments }) => minimumPayments < months, {
    path: ['minimumPayments'],
    message: 'payments are left after the last minimum one',
  });
export type GrowingLoan = z.infer<typeof GrowingLoanSchema>;

export interface MaximumLoanAmount {
  maximumCents: Cents;
  /** The payment on whose due date the loan is recast. */
  recastAtPayment: number;
  monthsAfterRecast: number;
  citation: '1026.43(b)(7)';
}

/**
 * The loan amount with the most that minimum payments can add: the rate at its highest from the first change, and only
 * the minimum paid for as long as the note allows (comment 43(b)(7)-3). The first minimum amortizes at the initial rate.
 */
export function maximumLoanAmount(loan: GrowingLoan): MaximumLoanAmount {
  const limit = multiplyByRatio(loan.loanAmountCents, rateOf(loan.balanceLimitPpm), floor);
  const rise = rateOf(ppm(1_000_000 + loan.yearlyRisePpm));
  let payment = levelPayment(
    loan.loanAmountCents,
    periodicRate(loan.initialRatePpm, 12),
    loan.months,
    halfUp,
  );
  let [balance, highest, made] = [loan.loanAmountCents, loan.loanAmountCents, 0];
  while (made < loan.minimumPayments) {
    if (made > 0 && made % 12 === 0) payment = multiplyByRatio(payment, rise, halfUp);
    const rate = made < loan.initialRatePayments ? loan.initialRatePpm : loan.highestRatePpm;
    const interest = multiplyByRatio(balance, periodicRate(rate, 12), halfUp);
    const next = subtractCents(addCents(balance, interest), payment);
    if (next > limit) break;
    [balance, made] = [next, made + 1];
    if (balance > highest) highest = balance;
  }
  const monthsAfterRecast = loan.months - made;
  return { maximumCents: highest, recastAtPayment: made, monthsAfterRecast, citation: '1026.43(b)(7)' };
}
