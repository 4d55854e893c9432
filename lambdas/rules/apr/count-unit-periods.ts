import { addYears, daysBetween } from '../../shared/calendar.ts';
import { rational } from '../../shared/rational.ts';
import { monthsBack } from './full-months.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Rational } from '../../shared/rational.ts';
import type { MonthsAndDays } from './full-months.ts';
import type { UnitPeriod } from './unit-period.ts';

/** Whole unit-periods and the fraction of one that is left, which bears simple interest. */
export interface UnitPeriodCount {
  whole: number;
  fraction: Rational;
}

/** Unit-periods from an earlier date to a later one, App. J(b)(5). */
export function countUnitPeriods(
  earlier: CalendarDate,
  later: CalendarDate,
  unit: UnitPeriod,
  monthEnd = false,
): UnitPeriodCount {
  if (unit.kind === 'term') return { whole: later === earlier ? 0 : 1, fraction: rational(0) };
  if (unit.kind === 'day') return split(daysBetween(earlier, later), 1);
  if (unit.kind === 'week') return split(daysBetween(earlier, later), 7 * unit.count);
  const span = monthsBack(earlier, later, monthEnd);
  const { months, days } = span;
  if (unit.kind === 'semimonth') return split(30 * months + days, 15);
  if (unit.count === 12) return years(earlier, later, span);
  return split(30 * months + days, 30 * unit.count);
}

/** App. J(b)(5)(v): a remainder of whole months over 12, any other remainder as days over 365. */
function years(earlier: CalendarDate, later: CalendarDate, { months, days }: MonthsAndDays): UnitPeriodCount {
  const whole = Math.floor(months / 12);
  if (days === 0) return { whole, fraction: rational(months % 12, 12) };
  return { whole, fraction: rational(daysBetween(earlier, addYears(later, -whole)), 365) };
}

const split = (days: number, perUnit: number): UnitPeriodCount => ({
  whole: Math.floor(days / perUnit),
  fraction: rational(days % perUnit, perUnit),
});
