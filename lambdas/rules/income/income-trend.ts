import { compare, dividedBy, minus, one, plus, rational, times, zero } from '../../shared/rational.ts';
import { halfUp } from '../../shared/rounding.ts';
import { rateOf } from '../../shared/rate.ts';
import { roundToCents } from '../../shared/money.ts';
import type { Cents } from '../../shared/money.ts';
import type { Ppm } from '../../shared/rate.ts';
import type { Rational } from '../../shared/rational.ts';

/** What was earned in a stretch of months. */
export interface EarningsPeriod {
  label: string;
  amountCents: Cents;
  months: Rational;
}

export type Trend = 'steady-or-rising' | 'declining';

/** The exact monthly average of one period. */
export const monthlyAverage = ({ amountCents, months }: EarningsPeriod): Rational =>
  dividedBy(rational(amountCents), months);

/** All that was earned over all the months it took. Needs one period at least. */
export function averageOver(periods: readonly EarningsPeriod[]): Cents {
  const months = totalMonths(periods);
  const earned = periods.reduce((sum, { amountCents }) => plus(sum, rational(amountCents)), zero);
  return roundToCents(dividedBy(earned, months), halfUp);
}

export const totalMonths = (periods: readonly EarningsPeriod[]): Rational =>
  periods.reduce((sum, { months }) => plus(sum, months), zero);

/**
 * Latest period against the one before it, by monthly average. Selling Guide B3-3.1-01 (trending): averaged when
 * stable or increasing; in no instance averaged over the period when the decline occurred.
 * @param periods oldest first
 */
export function trendOf(periods: readonly EarningsPeriod[], tolerance: Ppm): Trend {
  const [before, latest] = periods.slice(-2).map(monthlyAverage);
  if (before === undefined || latest === undefined) return 'steady-or-rising';
  const tolerated = before.numerator > 0n ? times(before, minus(one, rateOf(tolerance))) : before;
  return compare(latest, tolerated) < 0 ? 'declining' : 'steady-or-rising';
}
