import * as z from 'zod';
import { PpmSchema } from '../../shared/value-schemas.ts';
import type { Finding } from './finding.ts';

/** The ways of 12 CFR 1022.72(b) to find who got materially less favorable terms than a substantial proportion of others. */
export const PricingMethodSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('direct-comparison'),
    /** The material term of closed-end credit and of most open-end credit is the APR (1022.71(n)). */
    aprPpm: PpmSchema.nonnegative(),
    /** The most favorable APR that a substantial proportion of consumers got. */
    bestAprPpm: PpmSchema.nonnegative(),
    /** From which difference on the lender holds the cost to be significantly greater (1022.71(o)). */
    significantPpm: PpmSchema.refine((value) => value > 0, 'a difference greater than zero'),
  }),
  z.strictObject({
    kind: z.literal('credit-score-proxy'),
    /** Absent where no score is available. */
    score: z.int().nonnegative().optional(),
    /** About 40 percent of the lender's consumers score at or above it; 1022.72(b)(1)(ii) has another for some. */
    cutoffScore: z.int().positive(),
  }),
  z
    .strictObject({
      kind: z.literal('tiered-pricing'),
      tiers: z.int().min(2).max(1000),
      /** 1 is the lowest-priced. */
      tier: z.int().positive(),
    })
    .refine(({ tier, tiers }) => tier <= tiers, { path: ['tier'], error: 'is one of the tiers' }),
]);
export type PricingMethod = z.output<typeof PricingMethodSchema>;

export interface PricingComparison extends Finding {
  isLessFavorable: boolean;
}

const FEW_TIERS = 4;

/** Whether a consumer's terms are taken to be materially less favorable. */
export function comparePricing(method: PricingMethod): PricingComparison {
  switch (method.kind) {
    case 'direct-comparison': {
      const difference = method.aprPpm - method.bestAprPpm;
      const isLessFavorable = difference >= method.significantPpm;
      const reason = `the APR is ${difference} ppm above the most favorable of a substantial proportion`;
      return { isLessFavorable, reason, citation: '1022.72(b)' };
    }
    case 'credit-score-proxy':
      return compareScore(method.score, method.cutoffScore);
    default: {
      const top = topTiers(method.tiers);
      const reason = `tier ${method.tier} of ${method.tiers}, of which the first ${top} get no notice`;
      const citation = method.tiers <= FEW_TIERS ? '1022.72(b)(2)(ii)' : '1022.72(b)(2)(iii)';
      return { isLessFavorable: method.tier > top, reason, citation };
    }
  }
}

function compareScore(score: number | undefined, cutoff: number): PricingComparison {
  if (score === undefined)
    return {
      isLessFavorable: true,
      reason: 'no score is available: less favorable terms are assumed',
      citation: '1022.72(b)(1)(iv)',
    };
  const isLessFavorable = score < cutoff;
  const reason = `the score ${score} is ${isLessFavorable ? 'below' : 'not below'} the cutoff ${cutoff}`;
  return { isLessFavorable, reason, citation: '1022.72(b)(1)(i)' };
}

/** The first of four and fewer; of more the first two, and those that with them are 30 to 40 percent of all tiers. */
export function topTiers(tiers: number): number {
  if (tiers <= FEW_TIERS) return 1;
  const most = Math.floor((tiers * 2) / 5);
  return most > 2 && most * 10 >= tiers * 3 ? most : 2;
}
