import { addMonths, daysBetween, partsOf } from '../../shared/calendar.ts';
import type { CalendarDate } from '../../shared/calendar.ts';

export interface MonthsAndDays {
  months: number;
  days: number;
}

/**
 * Full months measured back from the later date, then the days that remain from the earlier one, App. J(b)(5)(ii). All
 * months are equal: a later date that is the last day of a shorter month answers to the earlier date's day, so from
 * January 31 to February 28 is one month.
 * @param monthEnd whether the later date stands for the last day of each month (a stream of month-end payments)
 */
export function monthsBack(earlier: CalendarDate, later: CalendarDate, monthEnd = false): MonthsAndDays {
  const [from, to] = [partsOf(earlier), partsOf(later)];
  const apart = (to.year - from.year) * 12 + (to.month - from.month);
  if (addMonths(earlier, apart) === later) return { months: apart, days: 0 };
  const months = addMonths(later, -apart, monthEnd) >= earlier ? apart : apart - 1;
  return { months, days: daysBetween(earlier, addMonths(later, -months, monthEnd)) };
}
