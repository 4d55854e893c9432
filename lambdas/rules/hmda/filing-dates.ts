import { daysInMonth } from '../../shared/calendar.ts';

const DAY = /^\d{8}$/;

/** A real day of the calendar as YYYYMMDD. Days in this form sort as text. */
export function isFilingDate(text: string): boolean {
  if (!DAY.test(text)) return false;
  const month = Number(text.slice(4, 6));
  const day = Number(text.slice(6));
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(Number(text.slice(0, 4)), month);
}

/** The year of a day as YYYYMMDD. */
export const yearOfFilingDate = (text: string): number => Number(text.slice(0, 4));

/** The quarter, 1 to 4, of a day as YYYYMMDD. */
export const quarterOfFilingDate = (text: string): number => Math.ceil(Number(text.slice(4, 6)) / 3);

/** The same day years later or, with a negative count, earlier; February 29 becomes the 28th in a common year. */
export function addYears(text: string, years: number): string {
  const year = yearOfFilingDate(text) + years;
  const month = text.slice(4, 6);
  const day = Math.min(Number(text.slice(6)), daysInMonth(year, Number(month)));
  return `${String(year).padStart(4, '0')}${month}${String(day).padStart(2, '0')}`;
}
