import { multiplyByRatio } from '../../shared/money.ts';
import { floor } from '../../shared/rounding.ts';
import { rational } from '../../shared/rational.ts';
import { thresholdsOn } from './thresholds.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Cents } from '../../shared/money.ts';
import type { Rational } from '../../shared/rational.ts';

export interface PointsAndFeesCap {
  /** 1 to 5, from the largest loans down. */
  tier: 1 | 2 | 3 | 4 | 5;
  capCents: Cents;
  source: string;
  citation: string;
}

const [THREE, FIVE, EIGHT] = [rational(3, 100), rational(5, 100), rational(8, 100)];

/**
 * The most points and fees of a qualified mortgage, 1026.43(e)(3)(i). The note amount picks the tier; a percentage is of
 * the total loan amount of 1026.32(b)(4), a part of a cent dropped.
 */
export function pointsAndFeesCap(
  noteAmountCents: Cents,
  totalLoanAmountCents: Cents,
  consummationOn: CalendarDate,
): PointsAndFeesCap {
  const { qmTierCents, secondTierCapCents, fourthTierCapCents, source } = thresholdsOn(consummationOn);
  const [first, second, third, fourth] = qmTierCents;
  const share = (ratio: Rational) => multiplyByRatio(totalLoanAmountCents, ratio, floor);
  const cite = (letter: string) => `1026.43(e)(3)(i)(${letter})`;
  if (noteAmountCents >= first) return { tier: 1, capCents: share(THREE), source, citation: cite('A') };
  if (noteAmountCents >= second)
    return { tier: 2, capCents: secondTierCapCents, source, citation: cite('B') };
  if (noteAmountCents >= third) return { tier: 3, capCents: share(FIVE), source, citation: cite('C') };
  if (noteAmountCents >= fourth)
    return { tier: 4, capCents: fourthTierCapCents, source, citation: cite('D') };
  return { tier: 5, capCents: share(EIGHT), source, citation: cite('E') };
}
