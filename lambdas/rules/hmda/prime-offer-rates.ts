import { addDays, dateOf } from '../../shared/calendar.ts';
import { invalid } from '../../shared/errors.ts';
import { ppmFromPercent } from '../../shared/rate.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Ppm } from '../../shared/rate.ts';

/** The average prime offer rates of a week for terms of 1 to 50 years. */
export interface PrimeOfferWeek {
  /** The first day on which the rates hold, a Monday in the published tables. */
  weekOf: CalendarDate;
  ratesPpm: readonly Ppm[];
}

/** The published table of fixed or of variable rates, oldest week first. */
export type PrimeOfferRates = readonly PrimeOfferWeek[];

const LONGEST_TERM_YEARS = 50;
const DAY = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const DAYS_OF_WEEK = 7;

/** @throws invalid PrimeOfferTable with the line */
function parseWeek(line: string, number: number): PrimeOfferWeek {
  const [day = '', ...rates] = line.split('|');
  const [matched, month, dayOfMonth, year] = DAY.exec(day.trim()) ?? [];
  if (matched === undefined || rates.length !== LONGEST_TERM_YEARS)
    throw invalid(
      'PrimeOfferTable',
      `line ${number}: a week is M/D/YYYY and ${LONGEST_TERM_YEARS} rates, parted by |`,
    );
  return {
    weekOf: dateOf(Number(year), Number(month), Number(dayOfMonth)),
    ratesPpm: rates.map((rate) => ppmFromPercent(rate)),
  };
}

/**
 * A table in the published form: a line for each week, `M/D/YYYY`, then the rate in percent for each term of 1 to 50
 * years, parted by `|`.
 *
 * @throws invalid PrimeOfferTable, RateTooFine, NotADecimal, NotACalendarDate
 */
export const parsePrimeOfferRates = (text: string): PrimeOfferRates =>
  text
    .split(/\r?\n/)
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ line, number }) => line.trim() !== '' && !(number === 1 && /^[A-Za-z]/.test(line)))
    .map(({ line, number }) => parseWeek(line, number))
    .toSorted((a, b) => (a.weekOf < b.weekOf ? -1 : 1));

/** The week whose rates hold on a day. @throws invalid PrimeOfferWeekNotInTable, never a neighbouring week's rates */
export function primeOfferWeek(table: PrimeOfferRates, on: CalendarDate): PrimeOfferWeek {
  const week = table.findLast(({ weekOf }) => weekOf <= on);
  if (!week || on >= addDays(week.weekOf, DAYS_OF_WEEK))
    throw invalid('PrimeOfferWeekNotInTable', 'the table has no week for the day the rate was set', { on });
  return week;
}

/** Whether a table has rates for a term: 1 to 50 whole years. */
export const isPublishedTerm = (termYears: number): boolean =>
  Number.isInteger(termYears) && termYears >= 1 && termYears <= LONGEST_TERM_YEARS;
