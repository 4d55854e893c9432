import { daysBetween, daysInMonth, dateOf, isLeapYear, partsOf } from './calendar.ts';
import { negated, plus, rational, zero } from './rational.ts';
import type { CalendarDate, DateParts } from './calendar.ts';
import type { Rational } from './rational.ts';

type Fraction = (start: CalendarDate, end: CalendarDate) => Rational;

const actualOver =
  (daysInYear: number): Fraction =>
  (start, end) =>
    rational(daysBetween(start, end), daysInYear);

const fractions = {
  '30/360': (start, end) => rational(thirty360Days(start, end), 360),
  'actual/365': actualOver(365),
  'actual/360': actualOver(360),
  'actual/364': actualOver(364), // the year of 52 weeks
  'actual/actual': actualActual,
} as const satisfies Record<string, Fraction>;

/** How a note turns two dates into a part of a year. */
export type DayCount = keyof typeof fractions;

/** The exact part of a year from `start` (excluded) to `end`; negative when `end` is earlier. */
export function yearFraction(convention: DayCount, start: CalendarDate, end: CalendarDate): Rational {
  return fractions[convention](start, end);
}

/**
 * Days between dates when every month has thirty: US bond basis (MSRB Rule G-33(e)) with its end-of-February rule, so
 * that from February's end to the next month's end is a whole month.
 */
export function thirty360Days(start: CalendarDate, end: CalendarDate): number {
  const [from, to] = [partsOf(start), partsOf(end)];
  const startsAtEnd = from.day >= 30 || isLastOfFebruary(from);
  const endsAtEnd = (to.day === 31 && startsAtEnd) || (isLastOfFebruary(from) && isLastOfFebruary(to));
  const [firstDay, lastDay] = [startsAtEnd ? 30 : from.day, endsAtEnd ? 30 : to.day];
  return (to.year - from.year) * 360 + (to.month - from.month) * 30 + (lastDay - firstDay);
}

const isLastOfFebruary = ({ year, month, day }: DateParts): boolean =>
  month === 2 && day === daysInMonth(year, month);

/** ISDA 2006 section 4.16(b): days in leap years over 366 plus the other days over 365. */
function actualActual(start: CalendarDate, end: CalendarDate): Rational {
  if (end < start) return negated(actualActual(end, start));
  let total = zero;
  let day = start;
  for (let { year } = partsOf(start); day < end; year += 1) {
    const nextYear = dateOf(year + 1, 1, 1);
    const until = nextYear < end ? nextYear : end;
    total = plus(total, rational(daysBetween(day, until), isLeapYear(year) ? 366 : 365));
    day = until;
  }
  return total;
}
