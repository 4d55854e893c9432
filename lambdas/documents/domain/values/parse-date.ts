export interface CalendarDate {
  /** YYYY-MM-DD, US order where both orders are possible. */
  on: string;
  /** Both day-first and month-first are possible and differ. */
  ambiguous: boolean;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A date with its year: `7/18/2008`, `09 / 21 / 1970`, `2021-05-01`, `1 MAY 2021`, `March 4, 2022`, `15 OCT 20`.
 * A day that cannot be, or a date without a year, is refused. Numeric dates are read month first, and flagged when the
 * other order would also do; a first number over 12 is day first.
 */
export function parseDate(printed: string): CalendarDate | undefined {
  const text = printed.trim().replace(/[.,;]$/, '');
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso) return dateOf(iso[1], iso[2], iso[3], false);
  const numeric = /^(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})$/.exec(text);
  if (numeric) return numericDate(numeric[1] ?? '', numeric[3] ?? '', numeric[4] ?? '');
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+([A-Za-z]{3,9})\.?,?[\s-]+(\d{4}|\d{2})$/.exec(text);
  if (dayFirst) return dateOf(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1], false);
  const monthFirst = /^([A-Za-z]{3,9})\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/.exec(text);
  if (monthFirst) return dateOf(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2], false);
  return undefined;
}

function numericDate(first: string, second: string, year: string): CalendarDate | undefined {
  const us = dateOf(year, first, second, false);
  const european = dateOf(year, second, first, false);
  if (us && european && us.on !== european.on) return { on: us.on, ambiguous: true };
  return us ?? european;
}

function monthNumber(name = ''): string | undefined {
  const index = MONTHS.indexOf(name.slice(0, 3).toLowerCase());
  const long = [
    'january',
    'february',
    'march',
    'april',
    'may',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ];
  const whole = name.length === 3 || long.includes(name.toLowerCase()) || name.toLowerCase() === 'sept';
  return index < 0 || !whole ? undefined : `${index + 1}`;
}

function dateOf(year = '', month = '', day = '', ambiguous = false): CalendarDate | undefined {
  const years = Number.parseInt(year, 10);
  const fullYear = year.length === 4 ? years : years <= 50 ? 2000 + years : 1900 + years;
  const months = Number.parseInt(month, 10);
  const days = Number.parseInt(day, 10);
  if (
    !(
      fullYear >= 1900 &&
      fullYear <= 2100 &&
      months >= 1 &&
      months <= 12 &&
      days >= 1 &&
      days <= daysIn(fullYear, months)
    )
  )
    return undefined;
  return { on: `${fullYear}-${`${months}`.padStart(2, '0')}-${`${days}`.padStart(2, '0')}`, ambiguous };
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Days from 1970-01-01, by the civil calendar. */
export function dayNumber(on: string): number {
  const [year = 1970, month = 1, day = 1] = on.split('-').map((part) => Number.parseInt(part, 10));
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719_468
  );
}
