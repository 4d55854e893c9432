import * as z from 'zod';
import { NonNegativeCentsSchema, PpmSchema } from '../../shared/value-schemas.ts';
import { cents, multiplyByRatio, roundToCents, sumCents } from '../../shared/money.ts';
import { halfUp } from '../../shared/rounding.ts';
import { periodicRate, rateOf } from '../../shared/rate.ts';
import { rational, times } from '../../shared/rational.ts';
import type { Cents } from '../../shared/money.ts';
import type { Schedule } from '../amortization/amortize.ts';

const Months = z.int().min(1).max(600);

/** Comment 37(b)(4)-3.iii: waived third-party charges may be taken back within this time without being a penalty. */
const RECOUP_MONTHS = 36;

/** What the note charges for paying all of the principal before it is due, and until when (1026.37(b)(4)). */
export const PenaltyTermSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('part-of-balance'), partPpm: PpmSchema.nonnegative(), months: Months }),
  /** Interest of some months on the balance prepaid. */
  z.strictObject({
    kind: z.literal('months-of-interest'),
    ratePpm: PpmSchema.nonnegative(),
    count: z.int().min(1).max(24),
    months: Months,
  }),
  z.strictObject({ kind: z.literal('amount'), amountCents: NonNegativeCentsSchema, months: Months }),
  /** Interest of a whole month whenever in it the loan is paid: what is not yet earned is a penalty (37(b)(4)-2.i). */
  z.strictObject({
    kind: z.literal('whole-month-interest'),
    ratePpm: PpmSchema.nonnegative(),
    months: Months,
  }),
  /** Bona fide third-party charges that the creditor waived, and what it may take back for them. */
  z.strictObject({
    kind: z.literal('recouped-waiver'),
    waivedCents: NonNegativeCentsSchema,
    recoupCents: NonNegativeCentsSchema,
    months: Months,
  }),
]);
export type PenaltyTerm = z.infer<typeof PenaltyTermSchema>;

export interface MaximumPenalty {
  /** Each kind at its most, together (comment 37(b)(7)(i)-1). */
  mostCents: Cents;
  /** The last month in which any of it may be charged. */
  months: number;
  citation: '1026.37(b)(7)(i)';
}

/** The prepayment penalty of the loan terms table; undefined when nothing that the note charges is one. */
export function maximumPenalty(
  terms: readonly PenaltyTerm[],
  schedule: Schedule,
): MaximumPenalty | undefined {
  const charged = terms
    .map((term) => ({ months: term.months, mostCents: mostOf(term, schedule) }))
    .filter(({ mostCents }) => mostCents > 0);
  if (charged.length === 0) return undefined;
  return {
    mostCents: sumCents(charged.map(({ mostCents }) => mostCents)),
    months: Math.max(...charged.map(({ months }) => months)),
    citation: '1026.37(b)(7)(i)',
  };
}

function mostOf(term: PenaltyTerm, schedule: Schedule): Cents {
  if (term.kind === 'amount') return term.amountCents;
  if (term.kind === 'recouped-waiver') return recoupedPenalty(term);
  const balance = highestBalance(schedule, term.months);
  if (term.kind === 'part-of-balance') return multiplyByRatio(balance, rateOf(term.partPpm), halfUp);
  const count = term.kind === 'months-of-interest' ? term.count : 1;
  const month = times(rational(balance), periodicRate(term.ratePpm, 12));
  return roundToCents(times(month, rational(count)), halfUp);
}

/** What may be taken back beyond the waived charges; all of it after 36 months (comment 37(b)(4)-3.iii). */
export const recoupedPenalty = (term: Extract<PenaltyTerm, { kind: 'recouped-waiver' }>): Cents =>
  term.months > RECOUP_MONTHS ? term.recoupCents : cents(Math.max(term.recoupCents - term.waivedCents, 0));

/** Interest charged on payment in full beyond what is earned by that day (comments 18(k)(1)-1.i, 37(b)(4)-2.i). */
export const unearnedInterest = (chargedCents: Cents, earnedCents: Cents): Cents =>
  cents(Math.max(chargedCents - earnedCents, 0));

/** The most that can be owed while the penalty may be charged: all payments made on time. */
function highestBalance({ payments }: Schedule, months: number): Cents {
  const [first] = payments;
  const opening = first ? first.balanceCents + first.principalCents : 0;
  return cents(Math.max(opening, ...payments.slice(0, months).map(({ balanceCents }) => balanceCents)));
}
