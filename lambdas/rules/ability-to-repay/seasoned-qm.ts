import * as z from 'zod';
import type { RuleCheck } from './rule-check.ts';

/** The history of a loan over its seasoning period, 1026.43(e)(7)(iv). */
export const SeasoningFactsSchema = z.strictObject({
  isFirstLien: z.boolean(),
  isFixedRate: z.boolean(),
  isHighCost: z.boolean(),
  /** Regular payments, term, points and fees, and consider-and-verify, by the General tests. */
  meetsProductAndFeeTests: z.boolean(),
  /** Held until the end, but for one transfer to another holder that keeps it, not securitized. */
  isHeldInPortfolio: z.boolean(),
  monthsSinceFirstPaymentDue: z.int().nonnegative(),
  delinquencies30Days: z.int().nonnegative(),
  delinquencies60Days: z.int().nonnegative(),
});
export type SeasoningFacts = z.infer<typeof SeasoningFactsSchema>;

const SEASONING_MONTHS = 36;
const MOST_30_DAY = 2;

/** Passes when a loan has become a Seasoned qualified mortgage: a safe harbor whatever its price. */
export function seasonedQualifiedMortgage(facts: SeasoningFacts): RuleCheck {
  const { monthsSinceFirstPaymentDue, delinquencies30Days, delinquencies60Days } = facts;
  const passed =
    facts.isFirstLien &&
    facts.isFixedRate &&
    !facts.isHighCost &&
    facts.meetsProductAndFeeTests &&
    facts.isHeldInPortfolio &&
    monthsSinceFirstPaymentDue >= SEASONING_MONTHS &&
    delinquencies30Days <= MOST_30_DAY &&
    delinquencies60Days === 0;
  const used = { ...facts, seasoningMonths: SEASONING_MONTHS, most30Day: MOST_30_DAY };
  return { rule: 'seasoned-qualified-mortgage', passed, citation: '1026.43(e)(7)', used };
}
