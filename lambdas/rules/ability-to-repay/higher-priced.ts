import * as z from 'zod';
import { CalendarDateSchema, NonNegativeCentsSchema, PpmSchema } from '../../shared/value-schemas.ts';
import { ppm } from '../../shared/rate.ts';
import { thresholdsOn } from './thresholds.ts';
import type { RuleCheck } from './rule-check.ts';

export const HigherPricedFactsSchema = z.strictObject({
  consummationOn: CalendarDateSchema,
  lien: z.enum(['first', 'subordinate']),
  securesPrincipalDwelling: z.boolean(),
  noteAmountCents: NonNegativeCentsSchema,
  /** Freddie Mac's limit for the property when the rate was set: the county's, at least the baseline. */
  conformingLimitCents: NonNegativeCentsSchema,
  aprPpm: PpmSchema.nonnegative(),
  averagePrimeOfferRatePpm: PpmSchema.nonnegative(),
  /** 1026.35(c)(2)(i): a qualified mortgage of any kind needs no HPML appraisal. */
  isQualifiedMortgage: z.boolean().default(false),
  /** 1026.35(b)(2)(i): cooperative share, construction, bridge loan of a year at most, reverse mortgage. */
  isEscrowExemptTransaction: z.boolean().default(false),
  /** 1026.35(b)(2)(iii) or (vi): small creditor in a rural or underserved area, or insured institution under the limit. */
  isEscrowExemptCreditor: z.boolean().default(false),
  /** 1026.35(c)(2)(iii) to (viii): construction, bridge, reverse, certain refinancings and manufactured homes. */
  isAppraisalExemptTransaction: z.boolean().default(false),
});
export type HigherPricedFacts = z.infer<typeof HigherPricedFactsSchema>;

export interface HigherPriced {
  isHigherPriced: boolean;
  /** Passes when the price is under the limit. */
  price: RuleCheck;
  /** 1026.35(b)(1): before consummation, for five years at least. */
  escrowRequired: boolean;
  /** 1026.35(c)(3): a written appraisal with a visit of the interior. Undefined when the year's amount is not known. */
  appraisalRequired: boolean | undefined;
  citations: readonly string[];
}

/** 1026.35(a)(1)(i), (ii) and (iii). */
const [CONFORMING, JUMBO, SUBORDINATE] = [ppm(15_000), ppm(25_000), ppm(35_000)];

/** Whether a loan is a higher-priced mortgage loan, and what that asks for. */
export function higherPriced(facts: HigherPricedFacts): HigherPriced {
  const price = priceCheck(facts);
  const isHigherPriced = facts.securesPrincipalDwelling && !price.passed;
  const { appraisalExemptionCents: exemption } = thresholdsOn(facts.consummationOn);
  const isExempt = facts.isQualifiedMortgage || facts.isAppraisalExemptTransaction;
  const appraisal = exemption === undefined ? undefined : facts.noteAmountCents > exemption;
  return {
    isHigherPriced,
    price,
    escrowRequired:
      isHigherPriced &&
      facts.lien === 'first' &&
      !facts.isEscrowExemptTransaction &&
      !facts.isEscrowExemptCreditor,
    appraisalRequired: isHigherPriced && !isExempt ? appraisal : false,
    citations: ['1026.35(a)(1)', '1026.35(b)(1), (2)', '1026.35(c)(2), (3)'],
  };
}

function priceCheck(facts: HigherPricedFacts): RuleCheck {
  const { lien, noteAmountCents, conformingLimitCents, aprPpm, averagePrimeOfferRatePpm } = facts;
  const isJumbo = noteAmountCents > conformingLimitCents;
  const [limit, part] =
    lien === 'subordinate' ? [SUBORDINATE, '(iii)'] : isJumbo ? [JUMBO, '(ii)'] : [CONFORMING, '(i)'];
  const spreadPpm = aprPpm - averagePrimeOfferRatePpm;
  return {
    rule: 'higher-priced',
    passed: spreadPpm < limit,
    citation: `1026.35(a)(1)${part}`,
    used: {
      aprPpm,
      averagePrimeOfferRatePpm,
      spreadPpm,
      lessThanPpm: limit,
      noteAmountCents,
      conformingLimitCents,
    },
  };
}
