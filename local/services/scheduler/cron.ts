import { instantOf, wallTimeAt } from './time-zone.ts';

/** `cron(minutes hours day-of-month month day-of-week year)` of EventBridge, as sets. */
export interface Cron {
  minutes: number[];
  hours: number[];
  months: ReadonlySet<number>;
  years: ReadonlySet<number>;
  /** Whether a date is one of the days; the date is a valid one of the calendar. */
  isDay(year: number, month: number, day: number): boolean;
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const FIRST_YEAR = 1970;
const LAST_YEAR = 2199;

/**
 * Reads the six fields; undefined when they are not valid. One of day-of-month and day-of-week must be `?`.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#cron-based
 */
export function parseCron(text: string): Cron | undefined {
  const fields = text.trim().split(/\s+/);
  const [minutes, hours, monthDay, month, weekday, year] = fields;
  if (fields.length !== 6 || (monthDay === '?') === (weekday === '?')) return undefined;
  const minuteSet = numbersOf(minutes!, 0, 59);
  const hourSet = numbersOf(hours!, 0, 23);
  const months = numbersOf(month!, 1, 12, MONTHS);
  const years = numbersOf(year!, FIRST_YEAR, LAST_YEAR);
  const isDay = weekday === '?' ? monthDayTest(monthDay!) : weekdayTest(weekday!);
  if (minuteSet === undefined || hourSet === undefined || months === undefined || years === undefined)
    return undefined;
  if (isDay === undefined) return undefined;
  return { minutes: minuteSet, hours: hourSet, months: new Set(months), years: new Set(years), isDay };
}

/** The first instant after `afterMs`, in epoch milliseconds; undefined when there is none up to 2199. */
export function nextCronInstant(cron: Cron, afterMs: number, zone: string): number | undefined {
  const from = wallTimeAt(afterMs, zone);
  const lastYear = Math.max(...cron.years);
  for (let year = from.year; year <= lastYear; year += 1) {
    if (!cron.years.has(year)) continue;
    for (let month = year === from.year ? from.month : 1; month <= 12; month += 1) {
      if (!cron.months.has(month)) continue;
      const isFirst = year === from.year && month === from.month;
      for (let day = isFirst ? from.day : 1; day <= daysIn(year, month); day += 1) {
        const found = cron.isDay(year, month, day)
          ? firstOfDay(cron, { year, month, day }, afterMs, zone)
          : undefined;
        if (found !== undefined) return found;
      }
    }
  }
  return undefined;
}

function firstOfDay(
  cron: Cron,
  date: { year: number; month: number; day: number },
  afterMs: number,
  zone: string,
): number | undefined {
  for (const hour of cron.hours)
    for (const minute of cron.minutes) {
      const instant = instantOf({ ...date, hour, minute, second: 0 }, zone);
      if (instant !== undefined && instant > afterMs) return instant;
    }
  return undefined;
}

/** `*`, `a`, `a-b`, `a/n`, `a-b/n`, `* /n` and lists of them, ascending; names where the field has them. */
function numbersOf(field: string, low: number, high: number, names: string[] = []): number[] | undefined {
  const found = new Set<number>();
  for (const part of field.split(',')) {
    const match = /^(?:\*|(\w+)(?:-(\w+))?)(?:\/(\d+))?$/.exec(part);
    if (match === null) return undefined;
    const [, first, last, step] = match;
    const from = first === undefined ? low : valueOf(first, low, names);
    const to =
      last !== undefined
        ? valueOf(last, low, names)
        : first === undefined || step !== undefined
          ? high
          : from;
    const every = step === undefined ? 1 : Number(step);
    if (from === undefined || to === undefined || from < low || to > high || from > to || every < 1)
      return undefined;
    for (let value = from; value <= to; value += every) found.add(value);
  }
  return [...found].sort((left, right) => left - right);
}

function valueOf(text: string, low: number, names: string[]): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const index = names.indexOf(text.toUpperCase());
  return index < 0 ? undefined : index + low;
}

/** Days of the month, `L` (the last), `15W` (the weekday nearest the 15th), `LW`. */
function monthDayTest(field: string): Cron['isDay'] | undefined {
  if (field === 'L') return (year, month, day) => day === daysIn(year, month);
  const nearest = /^(\d{1,2}|L)W$/.exec(field)?.[1];
  if (nearest !== undefined && (nearest === 'L' || (Number(nearest) >= 1 && Number(nearest) <= 31)))
    return (year, month, day) => {
      const wanted = nearest === 'L' ? daysIn(year, month) : Number(nearest);
      return wanted <= daysIn(year, month) && day === nearestWorkday(year, month, wanted);
    };
  const days = numbersOf(field, 1, 31);
  return days === undefined ? undefined : (_year, _month, day) => days.includes(day);
}

/** Weekdays 1 (Sunday) to 7 or by name, `6#3` (the third Friday), `6L` (the last Friday), `L` (Saturday). */
function weekdayTest(field: string): Cron['isDay'] | undefined {
  const special = /^(\w+?)(?:#([1-5])|L)$/i.exec(field);
  if (field.toUpperCase() === 'L') return (year, month, day) => weekdayOf(year, month, day) === 7;
  const wanted = special === null ? undefined : valueOf(special[1]!, 1, WEEKDAYS);
  if (special !== null && wanted !== undefined && wanted >= 1 && wanted <= 7) {
    const nth = special[2];
    return (year, month, day) =>
      weekdayOf(year, month, day) === wanted &&
      (nth === undefined ? day + 7 > daysIn(year, month) : Math.ceil(day / 7) === Number(nth));
  }
  const weekdays = numbersOf(field, 1, 7, WEEKDAYS);
  return weekdays === undefined
    ? undefined
    : (year, month, day) => weekdays.includes(weekdayOf(year, month, day));
}

function nearestWorkday(year: number, month: number, day: number): number {
  const weekday = weekdayOf(year, month, day);
  if (weekday === 7) return day === 1 ? 3 : day - 1;
  if (weekday === 1) return day === daysIn(year, month) ? day - 2 : day + 1;
  return day;
}

/** 1 is Sunday. */
function weekdayOf(year: number, month: number, day: number): number {
  const days = Math.floor(Date.UTC(year, month - 1, day) / 86_400_000);
  return ((((days + 4) % 7) + 7) % 7) + 1;
}

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}
