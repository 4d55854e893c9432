import { ppm } from '../../shared/rate.ts';
import type { Ppm } from '../../shared/rate.ts';

/** What the guide leaves to the lender, as data. */
export interface IncomePolicy {
  /** How far a period may lie under the one before it and still be stable. The guide states no figure. */
  declineTolerancePpm: Ppm;
  /** B3-3.1-01: two years are recommended, 12 to 24 months may be accepted with offsetting factors. */
  minimumHistoryMonths: number;
  recommendedHistoryMonths: number;
  /** How far year-to-date base pay may lie under the stated rate before an underwriter is told. */
  baseShortfallTolerancePpm: Ppm;
}

export const defaultIncomePolicy: IncomePolicy = {
  declineTolerancePpm: ppm(50_000),
  minimumHistoryMonths: 12,
  recommendedHistoryMonths: 24,
  baseShortfallTolerancePpm: ppm(50_000),
};
