import { cents, roundToCents } from '../../shared/money.ts';
import { daysBetween } from '../../shared/calendar.ts';
import { invalid } from '../../shared/errors.ts';
import { rateOf } from '../../shared/rate.ts';
import { rational, times } from '../../shared/rational.ts';
import { roundingNamed } from '../../shared/rounding.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Cents } from '../../shared/money.ts';
import type { Ppm } from '../../shared/rate.ts';
import type { Rational } from '../../shared/rational.ts';
import type { RoundingName } from '../../shared/rounding.ts';

/** One day's interest, not rounded: balance x rate / 365 (or 360). */
export const perDiem = (balance: Cents, ratePpm: Ppm, daysInYear: 360 | 365): Rational =>
  times(times(rational(balance), rateOf(ratePpm)), rational(1, daysInYear));

export interface InterestForDays {
  days: number;
  /** One day's interest rounded to the cent, for display. */
  perDiemCents: Cents;
  amountCents: Cents;
}

/**
 * Interest from one day (included) to another (excluded): prepaid interest at closing, or a payoff. `rounded-daily`
 * rounds a day's interest to the cent first, as many closing agents do; both ways are seen, so the caller says which.
 * @throws invalid DatesOutOfOrder
 */
export function interestForDays(
  loan: {
    balanceCents: Cents;
    ratePpm: Ppm;
    daysInYear: 360 | 365;
    rounding: RoundingName;
    method: 'exact' | 'rounded-daily';
  },
  fromOn: CalendarDate,
  untilOn: CalendarDate,
): InterestForDays {
  const days = daysBetween(fromOn, untilOn);
  if (days < 0) throw invalid('DatesOutOfOrder', 'interest runs forward', { days });
  const round = roundingNamed(loan.rounding);
  const exact = perDiem(loan.balanceCents, loan.ratePpm, loan.daysInYear);
  const perDiemCents = roundToCents(exact, round);
  const amountCents =
    loan.method === 'exact' ? roundToCents(times(exact, rational(days)), round) : cents(perDiemCents * days);
  return { days, perDiemCents, amountCents };
}
