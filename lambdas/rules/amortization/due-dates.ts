import { addDays, addMonths } from '../../shared/calendar.ts';
import { invalid } from '../../shared/errors.ts';
import type { CalendarDate } from '../../shared/calendar.ts';

/**
 * The due date `index` regular periods after the first, counted from the first each time. Half-monthly dates are the
 * first one's day of each month and fifteen days after it.
 */
export function dueDate(firstDueOn: CalendarDate, perYear: number, index: number): CalendarDate {
  if (perYear === 52) return addDays(firstDueOn, 7 * index);
  if (perYear === 26) return addDays(firstDueOn, 14 * index);
  if (perYear === 24) {
    const month = addMonths(firstDueOn, Math.floor(index / 2));
    return index % 2 === 0 ? month : addDays(month, 15);
  }
  if (12 % perYear === 0) return addMonths(firstDueOn, (12 / perYear) * index);
  throw invalid(
    'NoRegularDueDates',
    'due dates are known for 1, 2, 3, 4, 6, 12, 24, 26 and 52 periods a year',
    {
      perYear,
    },
  );
}
