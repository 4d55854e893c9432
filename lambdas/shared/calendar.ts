import { invalid } from './errors.ts';
import type { $brand } from 'zod';
import type { Instant } from './clock.ts';

/** A day on the calendar, `YYYY-MM-DD`, with no time and no zone. Sorts as text. Years 0001 to 9999. */
export type CalendarDate = string & $brand<'CalendarDate'>;

/** 0 is Sunday, 6 Saturday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export interface DateParts {
  year: number;
  /** 1 to 12 */
  month: number;
  day: number;
}

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

export function isCalendarDate(text: string): text is CalendarDate {
  const found = SHAPE.exec(text);
  return found !== null && isRealDate(Number(found[1]), Number(found[2]), Number(found[3]));
}

/** @throws invalid NotACalendarDate */
export function calendarDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw notACalendarDate();
  return text;
}

/** @throws invalid NotACalendarDate */
export function dateOf(year: number, month: number, day: number): CalendarDate {
  if (!isRealDate(year, month, day)) throw notACalendarDate();
  const pad = (value: number) => (value < 10 ? `0${value}` : value);
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}` as CalendarDate;
}

export function partsOf(date: CalendarDate): DateParts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

export const isMonthEnd = (date: CalendarDate): boolean => {
  const { year, month, day } = partsOf(date);
  return day === daysInMonth(year, month);
};

/** Days since 1970-01-01 in the proleptic Gregorian calendar (Hinnant, `days_from_civil`). */
export function dayNumber(date: CalendarDate): number {
  const { year, month, day } = partsOf(date);
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export function dateOfDayNumber(days: number): CalendarDate {
  return calendarDate(new Date(days * 86_400_000).toISOString().slice(0, 10));
}

export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  dateOfDayNumber(dayNumber(date) + days);

/** From `start` to `end`, excluding the first day; negative when `end` is earlier. */
export const daysBetween = (start: CalendarDate, end: CalendarDate): number =>
  dayNumber(end) - dayNumber(start);

/** 1970-01-01 was a Thursday. */
export const weekdayOf = (date: CalendarDate): Weekday => ((((dayNumber(date) + 4) % 7) + 7) % 7) as Weekday;

/**
 * The same day `months` later, or the last day of that month when it has no such day (Jan 31 + 1 month is Feb 28).
 * With `keepMonthEnd`, the last day of a month goes to the last day of the other (Feb 28 + 1 month is Mar 31).
 * A series of due dates is counted from its first date each time, never from the one before.
 */
export function addMonths(date: CalendarDate, months: number, keepMonthEnd = false): CalendarDate {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  const last = daysInMonth(toYear, toMonth);
  const sticks = keepMonthEnd && day === daysInMonth(year, month);
  return dateOf(toYear, toMonth, sticks ? last : Math.min(day, last));
}

export const addYears = (date: CalendarDate, years: number): CalendarDate => addMonths(date, years * 12);

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The calendar date of an instant in an IANA zone, such as the lender's: `America/New_York`. */
export function dateIn(zone: string, instant: Instant): CalendarDate {
  const formatter =
    formatters.get(zone) ??
    new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formatters.set(zone, formatter);
  return calendarDate(formatter.format(new Date(instant)));
}

function isRealDate(year: number, month: number, day: number): boolean {
  return (
    [year, month, day].every(Number.isInteger) &&
    year >= 1 &&
    year <= 9_999 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth(year, month)
  );
}

const notACalendarDate = () => invalid('NotACalendarDate', 'a date is a day of the calendar as YYYY-MM-DD');
