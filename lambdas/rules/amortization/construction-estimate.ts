import { cents, roundToCents, subtractCents } from '../../shared/money.ts';
import { halfUp } from '../../shared/rounding.ts';
import { rateOf } from '../../shared/rate.ts';
import { rational, times } from '../../shared/rational.ts';
import type { Cents } from '../../shared/money.ts';
import type { Ppm } from '../../shared/rate.ts';

export interface ConstructionTerms {
  commitmentCents: Cents;
  ratePpm: Ppm;
  constructionMonths: number;
  prepaidFinanceChargeCents: Cents;
  /** Whether interest runs on what is advanced, or on the whole commitment whatever is advanced. */
  interestOn: 'advances' | 'commitment';
}

export interface ConstructionEstimate {
  /** Estimated interest of the construction period. */
  interestCents: Cents;
  /** What Appendix D has outstanding throughout, for the annual percentage rate. */
  assumedOutstandingCents: Cents;
  /** The amount financed that goes into the annual percentage rate. */
  amountFinancedForAprCents: Cents;
  /** The amount financed that is disclosed: of the whole commitment. */
  amountFinancedDisclosedCents: Cents;
}

/**
 * 12 CFR 1026 Appendix D, part I: amounts or timing of advances unknown, so half the commitment is taken as outstanding
 * for the whole construction period. Where interest runs on the whole commitment, interest is figured on all of it
 * (part I.A.2), while the amount financed for the rate is still half less prepaid charges.
 */
export function constructionEstimate(terms: ConstructionTerms): ConstructionEstimate {
  const half = roundToCents(rational(terms.commitmentCents, 2), halfUp);
  const bearing =
    terms.interestOn === 'advances' ? rational(terms.commitmentCents, 2) : rational(terms.commitmentCents);
  const ofYear = rational(terms.constructionMonths, 12);
  return {
    interestCents: roundToCents(times(times(bearing, rateOf(terms.ratePpm)), ofYear), halfUp),
    assumedOutstandingCents: half,
    amountFinancedForAprCents: subtractCents(half, terms.prepaidFinanceChargeCents),
    amountFinancedDisclosedCents: cents(terms.commitmentCents - terms.prepaidFinanceChargeCents),
  };
}
