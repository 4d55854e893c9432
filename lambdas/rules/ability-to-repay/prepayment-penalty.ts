import * as z from 'zod';
import { PpmSchema } from '../../shared/value-schemas.ts';
import type { RuleCheck } from './rule-check.ts';

export const PrepaymentPenaltySchema = z.strictObject({
  /** How long after consummation it may be charged. */
  months: z.int().min(1).max(600),
  /** The most it may be in each of the first, second and third year, as a part of the balance prepaid. */
  yearlyPpm: z.tuple([PpmSchema, PpmSchema, PpmSchema]),
  alternativeWithoutPenaltyOffered: z.boolean(),
});
export type PrepaymentPenalty = z.infer<typeof PrepaymentPenaltySchema>;

/** 1026.43(g)(2): 2, 2 and 1 percent of the outstanding balance prepaid in the three years. */
const YEARLY_LIMITS = [20_000, 20_000, 10_000] as const;
const LONGEST_MONTHS = 36;

export interface PenaltyContext {
  penalty: PrepaymentPenalty;
  isFixedRate: boolean;
  isQualifiedMortgage: boolean;
  /** A higher-priced mortgage loan of 1026.35(a): `higherPriced` finds it. */
  isHigherPriced: boolean;
}

/** Whether a covered transaction may have this penalty at all, 1026.43(g). */
export function prepaymentPenaltyAllowed(context: PenaltyContext): RuleCheck {
  const { penalty, isFixedRate, isQualifiedMortgage, isHigherPriced } = context;
  const withinAmounts = penalty.yearlyPpm.every((part, year) => part <= (YEARLY_LIMITS[year] ?? 0));
  const { months, alternativeWithoutPenaltyOffered } = penalty;
  const passed =
    isFixedRate &&
    isQualifiedMortgage &&
    !isHigherPriced &&
    months <= LONGEST_MONTHS &&
    withinAmounts &&
    alternativeWithoutPenaltyOffered;
  return {
    rule: 'prepayment-penalty',
    passed,
    citation: '1026.43(g)(1), (2), (3)',
    used: {
      isFixedRate,
      isQualifiedMortgage,
      isHigherPriced,
      months,
      atMostMonths: LONGEST_MONTHS,
      withinAmounts,
      alternativeWithoutPenaltyOffered,
    },
  };
}
