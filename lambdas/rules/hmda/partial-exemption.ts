import * as z from 'zod';
import { partsOf } from '../../shared/calendar.ts';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';

const RatingSchema = z.enum(['outstanding', 'satisfactory', 'needs-to-improve', 'substantial-noncompliance']);

const YearCountsSchema = z.strictObject({
  year: z.int().min(2000).max(9999),
  closedEndOriginations: z.int().nonnegative(),
  openEndOriginations: z.int().nonnegative(),
});

export const PartialExemptionFactsSchema = z.strictObject({
  /** Insured depository institutions and insured credit unions alone may be exempt. */
  institution: z.enum(['insured-depository', 'insured-credit-union', 'other']),
  /** Community Reinvestment Act ratings as of December 31 of the year before, newest first. */
  reinvestmentRatings: z.array(RatingSchema).default([]),
  actionTakenOn: CalendarDateSchema,
  /** Originations of the two years before that of the action. */
  precedingYears: z
    .array(YearCountsSchema)
    .min(2)
    .refine(
      (years) => new Set(years.map(({ year }) => year)).size === years.length,
      'each year is counted once',
    ),
});

export type PartialExemptionFacts = z.output<typeof PartialExemptionFactsSchema>;

export interface ExemptionAnswer {
  isExempt: boolean;
  reason: string;
  citation: string;
}

/** Whether the optional data points of a loan need be reported, apart for each kind of credit. */
export interface PartialExemption {
  closedEnd: ExemptionAnswer;
  openEnd: ExemptionAnswer;
}

const LOAN_LIMIT = 500;

const answer = (isExempt: boolean, reason: string, citation: string): ExemptionAnswer => ({
  isExempt,
  reason,
  citation: `12 CFR 1003.3(d)(${citation})`,
});

/** 1003.3(d)(6): two times "needs to improve", or "substantial noncompliance" last; credit unions have no rating. */
const hasPoorRating = ({
  institution,
  reinvestmentRatings: [last, before],
}: PartialExemptionFacts): boolean =>
  institution === 'insured-depository' &&
  (last === 'substantial-noncompliance' || (last === 'needs-to-improve' && before === 'needs-to-improve'));

function exemptionOf(
  facts: PartialExemptionFacts,
  kind: 'closedEndOriginations' | 'openEndOriginations',
  citation: string,
): ExemptionAnswer {
  if (facts.institution === 'other')
    return answer(false, 'neither an insured depository institution nor an insured credit union', '1');
  if (hasPoorRating(facts)) return answer(false, 'ratings under the Community Reinvestment Act', '6');
  const { year } = partsOf(facts.actionTakenOn);
  const counts = [year - 2, year - 1].map(
    (wanted) => facts.precedingYears.find((each) => each.year === wanted)?.[kind],
  );
  if (counts.includes(undefined))
    return answer(false, 'the originations of both years before are not given', citation);
  const isUnder = counts.every((count = LOAN_LIMIT) => count < LOAN_LIMIT);
  const words = isUnder ? 'fewer than 500 in each of the two years before' : '500 or more in a year before';
  return answer(isUnder, words, citation);
}

/** The partial exemption of 12 CFR 1003.3(d) for closed-end loans and, apart, for open-end lines of credit. */
export const partialExemption = (facts: PartialExemptionFacts): PartialExemption => ({
  closedEnd: exemptionOf(facts, 'closedEndOriginations', '2'),
  openEnd: exemptionOf(facts, 'openEndOriginations', '3'),
});
