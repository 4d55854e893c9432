import * as z from 'zod';
import { CalendarDateSchema, NonNegativeCentsSchema, PpmSchema } from '../../shared/value-schemas.ts';
import { cents, lesserOf, multiplyByRatio } from '../../shared/money.ts';
import { floor } from '../../shared/rounding.ts';
import { ppm } from '../../shared/rate.ts';
import { rational } from '../../shared/rational.ts';
import { thresholdsOn } from './thresholds.ts';
import type { RuleCheck } from './rule-check.ts';

export const HighCostFactsSchema = z.strictObject({
  consummationOn: CalendarDateSchema,
  lien: z.enum(['first', 'subordinate']),
  securesPrincipalDwelling: z.boolean(),
  /** 1026.32(a)(2): reverse mortgage, initial construction, housing finance agency, USDA section 502. */
  isExempt: z.boolean().default(false),
  isPersonalProperty: z.boolean().default(false),
  noteAmountCents: NonNegativeCentsSchema,
  totalLoanAmountCents: NonNegativeCentsSchema,
  pointsAndFeesCents: NonNegativeCentsSchema,
  /** With the rate of 1026.32(a)(3): the maximum or fully indexed one, where it varies. */
  aprPpm: PpmSchema.nonnegative(),
  averagePrimeOfferRatePpm: PpmSchema.nonnegative(),
  prepaymentPenalty: z
    .strictObject({
      /** Months after consummation in which it may still be charged. */
      months: z.int().nonnegative(),
      /** The most it may be, as a part of the amount prepaid. */
      mostPpm: PpmSchema.nonnegative(),
    })
    .optional(),
});
export type HighCostFacts = z.infer<typeof HighCostFactsSchema>;

export interface HighCost {
  isHighCost: boolean;
  /** Each test passes when it does not make the loan high-cost. */
  checks: readonly RuleCheck[];
}

/** 1026.32(a)(1)(i)(A), (B) and (C). */
const [FIRST_LIEN, SMALL_PERSONAL_PROPERTY, SUBORDINATE] = [ppm(65_000), ppm(85_000), ppm(85_000)];
const PERSONAL_PROPERTY_UNDER = cents(50_000_00);
/** 1026.32(a)(1)(ii). */
const [FIVE, EIGHT] = [rational(5, 100), rational(8, 100)];
/** 1026.32(a)(1)(iii). */
const PENALTY_MONTHS = 36;
const PENALTY_PART = ppm(20_000);

/** Whether a loan is a high-cost mortgage: any one of three tests is enough. */
export function highCost(facts: HighCostFacts): HighCost {
  if (!facts.securesPrincipalDwelling || facts.isExempt) {
    const { securesPrincipalDwelling, isExempt } = facts;
    const citation = isExempt ? '1026.32(a)(2)' : '1026.32(a)(1)';
    const used = { securesPrincipalDwelling, isExempt };
    return { isHighCost: false, checks: [{ rule: 'coverage', passed: true, citation, used }] };
  }
  const checks = [rateCheck(facts), feesCheck(facts), penaltyCheck(facts)];
  return { isHighCost: checks.some(({ passed }) => !passed), checks };
}

function rateCheck(facts: HighCostFacts): RuleCheck {
  const { lien, isPersonalProperty, noteAmountCents, aprPpm, averagePrimeOfferRatePpm } = facts;
  const isSmall = isPersonalProperty && noteAmountCents < PERSONAL_PROPERTY_UNDER;
  const [limit, part] =
    lien === 'subordinate'
      ? [SUBORDINATE, '(C)']
      : isSmall
        ? [SMALL_PERSONAL_PROPERTY, '(B)']
        : [FIRST_LIEN, '(A)'];
  const spreadPpm = aprPpm - averagePrimeOfferRatePpm;
  const used = { aprPpm, averagePrimeOfferRatePpm, spreadPpm, atMostPpm: limit };
  return { rule: 'rate', passed: spreadPpm <= limit, citation: `1026.32(a)(1)(i)${part}`, used };
}

function feesCheck(facts: HighCostFacts): RuleCheck {
  const { noteAmountCents, totalLoanAmountCents, pointsAndFeesCents } = facts;
  const { highCostLoanCents, highCostFeesCents, source } = thresholdsOn(facts.consummationOn);
  const isSmall = noteAmountCents < highCostLoanCents;
  const share = multiplyByRatio(totalLoanAmountCents, isSmall ? EIGHT : FIVE, floor);
  const atMostCents = isSmall ? lesserOf(share, highCostFeesCents) : share;
  return {
    rule: 'points-and-fees',
    passed: pointsAndFeesCents <= atMostCents,
    citation: `1026.32(a)(1)(ii)(${isSmall ? 'B' : 'A'})`,
    used: {
      pointsAndFeesCents,
      totalLoanAmountCents,
      noteAmountCents,
      highCostLoanCents,
      atMostCents,
      source,
    },
  };
}

function penaltyCheck({ prepaymentPenalty }: HighCostFacts): RuleCheck {
  const { months, mostPpm } = prepaymentPenalty ?? { months: 0, mostPpm: ppm(0) };
  return {
    rule: 'prepayment-penalty',
    passed: months <= PENALTY_MONTHS && mostPpm <= PENALTY_PART,
    citation: '1026.32(a)(1)(iii)',
    used: { months, atMostMonths: PENALTY_MONTHS, mostPpm, atMostPpm: PENALTY_PART },
  };
}
