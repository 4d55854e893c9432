import { ppm } from '../../shared/rate.ts';
import type { Ppm } from '../../shared/rate.ts';

/** 1026.32(b)(1)(i)(E)(1) and (F)(1): how far the undiscounted rate may be above the average prime offer rate. */
const TWO_POINTS_WITHIN = ppm(10_000);
const ONE_POINT_WITHIN = ppm(20_000);

export interface BonaFidePoints {
  isBonaFide: boolean;
  rateWithoutDiscountPpm: Ppm;
  averagePrimeOfferRatePpm: Ppm;
}

/** How many discount points may be left out of points and fees; a point is one percent of the loan amount. */
export function bonaFidePointsExcluded({
  isBonaFide,
  rateWithoutDiscountPpm,
  averagePrimeOfferRatePpm,
}: BonaFidePoints): { points: 0 | 1 | 2; citation: string } {
  const above = rateWithoutDiscountPpm - averagePrimeOfferRatePpm;
  if (!isBonaFide) return { points: 0, citation: '1026.32(b)(3)(i)' };
  if (above <= TWO_POINTS_WITHIN) return { points: 2, citation: '1026.32(b)(1)(i)(E)' };
  if (above <= ONE_POINT_WITHIN) return { points: 1, citation: '1026.32(b)(1)(i)(F)' };
  return { points: 0, citation: '1026.32(b)(1)(i)(F)' };
}
