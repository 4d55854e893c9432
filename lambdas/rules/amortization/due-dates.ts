import { addDays, addMonths } from '../../shared/calendar.ts';
import { invalid } from '../../shared/errors.ts';
import type { CalendarDate } from '../../shared/calendar.ts';

/** The due date `index` regular periods after the first, counted from the first each time. */
export function dueDate(firstDueOn: CalendarDate, perYear: number, index: number): CalendarDate {
  if (perYear === 52) return addDays(firstDueOn, 7 * index);
  if (perYear === 26) return addDays(firstDueOn, 14 * index);
  if (12 % perYear === 0) return addMonths(firstDueOn, (12 / perYear) * index);
  throw invalid('NoRegularDueDates', 'due dates are known for 1, 2, 3, 4, 6, 12, 26 and 52 periods a year', {
    perYear,
  });
}
