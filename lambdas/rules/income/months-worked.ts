import { dateOf, daysInMonth, partsOf } from '../../shared/calendar.ts';
import { plus, rational } from '../../shared/rational.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Rational } from '../../shared/rational.ts';

/**
 * Months of a year through a day of it, both ends included: whole months, and of the months cut short the part their
 * days make: April 15 is 3 and 15/30. Starts on January 1, or on the first day worked when that is later.
 */
export function monthsOfYear(throughOn: CalendarDate, workedSinceOn?: CalendarDate): Rational {
  const { year } = partsOf(throughOn);
  const yearStart = dateOf(year, 1, 1);
  const since = workedSinceOn !== undefined && workedSinceOn > yearStart ? workedSinceOn : yearStart;
  const [from, to] = [partsOf(since), partsOf(throughOn)];
  const elapsed = plus(rational(to.month - from.month), rational(to.day, daysInMonth(year, to.month)));
  return plus(elapsed, rational(-(from.day - 1), daysInMonth(year, from.month)));
}
