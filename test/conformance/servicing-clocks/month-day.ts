import { calendarDate, dateOf } from '../../../lambdas/shared/calendar.ts';
import type { CalendarDate } from '../../../lambdas/shared/calendar.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Stands for a day that a text does not name. */
export const unnamedDay: CalendarDate = calendarDate('0001-01-01');

/** `Feb 3`, `feb3` or `February 3` in a year. */
export function monthDay(text: string, year: number): CalendarDate {
  const [, name = '', day = ''] = /([A-Za-z]{3})[a-z]* ?(\d{1,2})/.exec(text) ?? [];
  const month = months.indexOf(name.toLowerCase()) + 1;
  return month === 0 ? unnamedDay : dateOf(year, month, Number(day));
}

const NAMED =
  /\b(January|February|March|April|May|June|July|August|September|October|November|December) (\d{1,2})\b/g;

/** The days that a text names, in order. */
export const monthDaysIn = (text: string, year: number): CalendarDate[] =>
  [...text.matchAll(NAMED)].map(([found]) => monthDay(found, year));

/** The first day of each month from one day to another. */
export function firstsFrom(from: CalendarDate, count: number, amountCents: number) {
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  return Array.from({ length: count }, (_each, index) => ({
    dueOn: dateOf(year + Math.floor((month - 1 + index) / 12), ((month - 1 + index) % 12) + 1, 1),
    amountCents,
  }));
}
