import * as z from 'zod';
import { addDays } from '../../shared/calendar.ts';
import { cents, formatDollars, greaterOf, lesserOf, multiplyByRatio } from '../../shared/money.ts';
import { NonNegativeCentsSchema, PpmSchema } from '../../shared/value-schemas.ts';
import { ppm, rateOf } from '../../shared/rate.ts';
import { floor, roundingNamed, roundingNames } from '../../shared/rounding.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Cents } from '../../shared/money.ts';

/** The late charge that a note allows, e.g. Fannie Mae Form 3200 section 6(A): 5 % of the overdue payment after 15 days. */
export const LateChargeTermsSchema = z.strictObject({
  /** The charge may be imposed on the day after these calendar days from the due date. */
  graceDays: z.int().min(0).max(60),
  amount: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('percent'),
      ratePpm: PpmSchema.refine((rate) => rate >= 0 && rate <= 1_000_000, 'a rate is between 0 and 100 %'),
      /** Of principal and interest of the instalment, of all of it, or of what of principal and interest is unpaid. */
      of: z.enum(['principal-and-interest', 'periodic-payment', 'overdue-part']),
    }),
    z.strictObject({ kind: z.literal('flat'), amountCents: NonNegativeCentsSchema }),
  ]),
  minCents: NonNegativeCentsSchema.optional(),
  maxCents: NonNegativeCentsSchema.optional(),
  rounding: z.enum(roundingNames).default('half-up'),
});
export type LateChargeTerms = z.infer<typeof LateChargeTermsSchema>;

/** An instalment that was not paid in full when its grace days ended, and the account around it. */
export const LateInstalmentSchema = z
  .strictObject({
    principalAndInterestCents: NonNegativeCentsSchema,
    escrowCents: NonNegativeCentsSchema,
    /** What is unpaid of principal and interest of this instalment. */
    overdueCents: NonNegativeCentsSchema,
    /** What is unpaid of all instalments due so far, less money held unapplied. */
    shortfallCents: NonNegativeCentsSchema,
    /** Late charges taken out of payments since the account was last current. */
    lateChargesTakenCents: NonNegativeCentsSchema,
  })
  .refine(({ overdueCents, principalAndInterestCents }) => overdueCents <= principalAndInterestCents, {
    path: ['overdueCents'],
    message: 'no more of an instalment is unpaid than it comes to',
  });
export type LateInstalment = z.infer<typeof LateInstalmentSchema>;

export interface LateChargeAnswer {
  amountCents: Cents;
  reason: string;
  citation: string;
}

/** The first day on which the charge may be imposed. */
export const lateOn = (dueOn: CalendarDate, { graceDays }: LateChargeTerms): CalendarDate =>
  addDays(dueOn, graceDays + 1);

/** The late charge for one instalment, once; zero where the law or the facts allow none. */
export function lateCharge(terms: LateChargeTerms, late: LateInstalment): LateChargeAnswer {
  if (late.shortfallCents === 0)
    return { amountCents: cents(0), reason: 'nothing is unpaid', citation: '12 CFR 1026.36(c)(2)' };
  if (late.shortfallCents <= late.lateChargesTakenCents) {
    return {
      amountCents: cents(0),
      reason: `all that is unpaid, ${formatDollars(late.shortfallCents)}, was taken for late charges on earlier payments`,
      citation: '12 CFR 1026.36(c)(2); 1026.34(a)(8)(iii)',
    };
  }
  const stated = statedCharge(terms, late);
  const raised = terms.minCents === undefined ? stated : greaterOf(stated, terms.minCents);
  const amountCents = terms.maxCents === undefined ? raised : lesserOf(raised, terms.maxCents);
  const bound = amountCents === stated ? '' : ', at the limit that the note sets';
  return { amountCents, reason: `${wordsOf(terms)}${bound}`, citation: 'the note' };
}

function statedCharge({ amount, rounding }: LateChargeTerms, late: LateInstalment): Cents {
  if (amount.kind === 'flat') return amount.amountCents;
  return multiplyByRatio(basisOf(amount.of, late), rateOf(amount.ratePpm), roundingNamed(rounding));
}

function basisOf(
  of: 'principal-and-interest' | 'periodic-payment' | 'overdue-part',
  late: LateInstalment,
): Cents {
  if (of === 'overdue-part') return late.overdueCents;
  if (of === 'principal-and-interest') return late.principalAndInterestCents;
  return cents(late.principalAndInterestCents + late.escrowCents);
}

const wordsOf = ({ amount }: LateChargeTerms): string =>
  amount.kind === 'flat'
    ? 'a flat charge'
    : `${amount.ratePpm / 10_000} % of the ${amount.of.replaceAll('-', ' ')}`;

/** 12 CFR 1026.34(a)(8)(i): four percent. */
const MOST_PPM = ppm(40_000);

/** Of a payment of which nothing is paid, the most there can be past due of it. */
const mostOf = ({ principalAndInterestCents, escrowCents }: LateInstalment): Cents =>
  multiplyByRatio(cents(principalAndInterestCents + escrowCents), rateOf(MOST_PPM), floor);

/**
 * What a high-cost mortgage's late charge must not do: over 4 % of the payment past due, or before 15 days (30 when
 * interest is paid in advance) (12 CFR 1026.34(a)(8)(i), (ii)).
 * @returns each breach in words; empty when the terms are lawful
 */
export function highCostLateChargeBreaches(
  terms: LateChargeTerms,
  late: LateInstalment,
  isInterestPaidInAdvance = false,
): string[] {
  const breaches: string[] = [];
  const { amount } = terms;
  const isOverShare = amount.kind === 'percent' && amount.ratePpm > MOST_PPM;
  if (isOverShare || lateCharge(terms, late).amountCents > mostOf(late))
    breaches.push('a late charge is at most 4 percent of the payment past due (12 CFR 1026.34(a)(8)(i))');
  const days = isInterestPaidInAdvance ? 30 : 15;
  if (terms.graceDays + 1 < days)
    breaches.push(`a payment is not late before ${days} days past due (12 CFR 1026.34(a)(8)(ii))`);
  return breaches;
}
