import { addDays, dateOf, daysInMonth, partsOf, weekdayOf } from './calendar.ts';
import { invalid } from './errors.ts';
import type { CalendarDate, Weekday } from './calendar.ts';

export interface Holiday {
  name: string;
  on: CalendarDate;
}

interface HolidayRule {
  name: string;
  on: (year: number) => CalendarDate;
  /** First and last year the rule is in force; always when absent. */
  from?: number;
  until?: number;
}

const [MONDAY, THURSDAY] = [1, 4] as const;

const fixed = (month: number, day: number) => (year: number) => dateOf(year, month, day);

const nth = (count: number, weekday: Weekday, month: number) => (year: number) => {
  const first = dateOf(year, month, 1);
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (count - 1) * 7);
};

const lastMonday = (month: number) => (year: number) => {
  const last = dateOf(year, month, daysInMonth(year, month));
  return addDays(last, -((weekdayOf(last) - MONDAY + 7) % 7));
};

/** 5 USC 6103(a), with the years in which each public law put it in force. */
const rules: readonly HolidayRule[] = [
  { name: "New Year's Day", on: fixed(1, 1) },
  { name: 'Birthday of Martin Luther King, Jr.', on: nth(3, MONDAY, 1), from: 1986 }, // Pub. L. 98-144
  { name: "Washington's Birthday", on: nth(3, MONDAY, 2) },
  { name: 'Memorial Day', on: lastMonday(5) },
  { name: 'Juneteenth National Independence Day', on: fixed(6, 19), from: 2021 }, // Pub. L. 117-17
  { name: 'Independence Day', on: fixed(7, 4) },
  { name: 'Labor Day', on: nth(1, MONDAY, 9) },
  { name: 'Columbus Day', on: nth(2, MONDAY, 10) },
  { name: 'Veterans Day', on: nth(4, MONDAY, 10), until: 1977 }, // Pub. L. 90-363
  { name: 'Veterans Day', on: fixed(11, 11), from: 1978 }, // Pub. L. 94-97
  { name: 'Thanksgiving Day', on: nth(4, THURSDAY, 11) },
  { name: 'Christmas Day', on: fixed(12, 25) },
];

/** Pub. L. 90-363 (Monday holidays) took effect on January 1, 1971; earlier years had other dates. */
const FIRST_YEAR = 1971;

const byYear = new Map<number, readonly Holiday[]>();

/** The legal public holidays of a year on their own dates, in order. @throws invalid HolidayYearTooEarly before 1971 */
export function federalHolidays(year: number): readonly Holiday[] {
  const known = byYear.get(year);
  if (known) return known;
  if (year < FIRST_YEAR) throw invalid('HolidayYearTooEarly', 'holidays are known from 1971 on', { year });
  const found = rules
    .filter(({ from = FIRST_YEAR, until = Infinity }) => from <= year && year <= until)
    .map(({ name, on }) => ({ name, on: on(year) }));
  byYear.set(year, found);
  return found;
}

/** The holiday on exactly this date. A Friday or Monday on which one is merely observed is none. */
export function federalHolidayOn(date: CalendarDate): Holiday | undefined {
  return federalHolidays(partsOf(date).year).find(({ on }) => on === date);
}

/**
 * The day federal offices close for it: Saturday's holiday on Friday (5 USC 6103(b)(1)), Sunday's on Monday
 * (Executive Order 11582, section 3(a)).
 */
export function observedOn({ on }: Holiday): CalendarDate {
  const weekday = weekdayOf(on);
  return weekday === 6 ? addDays(on, -1) : weekday === 0 ? addDays(on, 1) : on;
}

/** Whether federal offices close for a holiday on this date, the observed day in place of a weekend's. */
export function isObservedHoliday(date: CalendarDate): boolean {
  const { year, month } = partsOf(date);
  const years = month === 12 ? [year, year + 1] : [year]; // New Year's Day on a Saturday is observed on December 31
  return years.some((each) => federalHolidays(each).some((holiday) => observedOn(holiday) === date));
}
