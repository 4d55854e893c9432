import * as z from 'zod';
import { NonNegativeCentsSchema, PpmSchema } from '../../shared/value-schemas.ts';
import { addCents, multiplyByRatio, subtractCents } from '../../shared/money.ts';
import { halfUp } from '../../shared/rounding.ts';
import { levelPayment } from '../amortization/level-payment.ts';
import { periodicRate } from '../../shared/rate.ts';
import type { Cents } from '../../shared/money.ts';
import type { Ppm } from '../../shared/rate.ts';

const Months = z.int().min(1).max(600);

/** A monthly loan for the payment that ability to repay is judged by. */
export const RepaymentLoanSchema = z.discriminatedUnion('kind', [
  /** 1026.43(c)(5)(i): fully amortizing; the fully indexed rate, or the introductory one if higher. */
  z.strictObject({
    kind: z.literal('amortizing'),
    loanAmountCents: NonNegativeCentsSchema,
    months: Months,
    introductoryRatePpm: PpmSchema.nonnegative(),
    fullyIndexedRatePpm: PpmSchema.nonnegative().optional(),
  }),
  /** 1026.43(c)(5)(ii)(B): over the months that are left when interest-only ends. */
  z
    .strictObject({
      kind: z.literal('interest-only'),
      loanAmountCents: NonNegativeCentsSchema,
      months: Months,
      interestOnlyMonths: Months,
      introductoryRatePpm: PpmSchema.nonnegative(),
      fullyIndexedRatePpm: PpmSchema.nonnegative().optional(),
    })
    .refine(({ months, interestOnlyMonths }) => interestOnlyMonths < months, {
      path: ['interestOnlyMonths'],
      message: 'interest-only ends before the loan does',
    }),
  /** 1026.43(c)(5)(ii)(C): the maximum loan amount of (b)(7) over the months left at the recast. */
  z.strictObject({
    kind: z.literal('negative-amortization'),
    maximumLoanAmountCents: NonNegativeCentsSchema,
    monthsAfterRecast: Months,
    introductoryRatePpm: PpmSchema.nonnegative(),
    fullyIndexedRatePpm: PpmSchema.nonnegative().optional(),
  }),
]);
export type RepaymentLoan = z.infer<typeof RepaymentLoanSchema>;

export interface QualifyingPayment {
  paymentCents: Cents;
  ratePpm: Ppm;
  balanceCents: Cents;
  months: number;
  citation: string;
}

/** The monthly payment of principal and interest for ability to repay, in substantially equal payments. */
export function repaymentPayment(loan: RepaymentLoan): QualifyingPayment {
  const { introductoryRatePpm: start, fullyIndexedRatePpm: indexed } = loan;
  const ratePpm = indexed !== undefined && indexed > start ? indexed : start;
  if (loan.kind === 'negative-amortization') {
    const { maximumLoanAmountCents, monthsAfterRecast } = loan;
    return level(maximumLoanAmountCents, ratePpm, monthsAfterRecast, '1026.43(c)(5)(ii)(C)');
  }
  const { loanAmountCents, months } = loan;
  if (loan.kind === 'amortizing') return level(loanAmountCents, ratePpm, months, '1026.43(c)(5)(i)');
  return level(loanAmountCents, ratePpm, months - loan.interestOnlyMonths, '1026.43(c)(5)(ii)(B)');
}

export const RateStepsSchema = z
  .array(z.strictObject({ afterPayments: z.int().nonnegative(), ratePpm: PpmSchema.nonnegative() }))
  .min(1)
  .refine((steps) => steps[0]?.afterPayments === 0, 'the first rate applies from the start')
  .refine(
    (steps) =>
      steps.every(({ afterPayments }, index) => afterPayments > (steps[index - 1]?.afterPayments ?? -1)),
    'each rate begins after the one before',
  );
export type RateSteps = z.infer<typeof RateStepsSchema>;

/** A change on the due date of the 60th payment is still in the five years after the first was due (comment 43(e)(2)(iv)-4). */
const FIVE_YEARS_PAYMENTS = 60;

/** The highest rate that may apply in the first five years after the first payment is due, rising as fast as it may. */
export const highestEarlyRate = (steps: RateSteps): Ppm =>
  steps
    .filter(({ afterPayments }) => afterPayments <= FIVE_YEARS_PAYMENTS)
    .map(({ ratePpm }) => ratePpm)
    .reduce((highest, rate) => (rate > highest ? rate : highest));

/**
 * The payment a qualified mortgage is underwritten by, 1026.43(e)(2)(iv)(B): the loan amount over the whole term at the
 * highest early rate, or what is owed when that rate begins over the months left. Both may be used; the first is never less.
 */
export function underwritingPayments(
  loanAmountCents: Cents,
  months: number,
  steps: RateSteps,
): { overTerm: QualifyingPayment; fromChange: QualifyingPayment } {
  const highest = highestEarlyRate(steps);
  const at = steps.find(({ ratePpm }) => ratePpm === highest)?.afterPayments ?? 0;
  let balance = loanAmountCents;
  for (const [index, { afterPayments, ratePpm }] of steps.entries()) {
    if (afterPayments >= at) break;
    const until = Math.min(steps[index + 1]?.afterPayments ?? at, at);
    balance = balanceAfter(balance, ratePpm, months - afterPayments, until - afterPayments);
  }
  const citation = '1026.43(e)(2)(iv)(B)';
  return {
    overTerm: level(loanAmountCents, highest, months, citation),
    fromChange: level(balance, highest, months - at, citation),
  };
}

/** What is owed after payments in whole cents, interest of each month rounded to the cent. */
function balanceAfter(balance: Cents, ratePpm: Ppm, overPayments: number, made: number): Cents {
  const rate = periodicRate(ratePpm, 12);
  const payment = levelPayment(balance, rate, overPayments, halfUp);
  let owed = balance;
  for (let index = 0; index < made; index += 1) {
    const interest = multiplyByRatio(owed, rate, halfUp);
    owed = subtractCents(addCents(owed, interest), payment);
  }
  return owed;
}

function level(balanceCents: Cents, ratePpm: Ppm, months: number, citation: string): QualifyingPayment {
  const monthly = periodicRate(ratePpm, 12);
  const paymentCents = levelPayment(balanceCents, monthly, months, halfUp);
  return { paymentCents, ratePpm, balanceCents, months, citation };
}
