import { calendarDate } from '../../shared/calendar.ts';
import type { CalendarDate } from '../../shared/calendar.ts';

/**
 * Tax years of which mortgage insurance premiums are reported, 26 USC 163(h)(3)(E) and 6050H(h). Of 2012 they were
 * deductible in hindsight, and not reported (1.6050H-3, TD 9642); 2026 on by the act of 2025.
 */
const YEARS: readonly { from: number; through?: number }[] = [
  { from: 2007, through: 2011 },
  { from: 2013, through: 2021 },
  { from: 2026 },
];
/** 26 USC 163(h)(3)(E)(iii): insurance under contracts since this day. */
const FIRST_CONTRACT_ON = calendarDate('2007-01-01');

/** Whether box 5 is filled for a year, of insurance by a contract of a day. */
export const premiumsAreReported = (year: number, contractOn: CalendarDate): boolean =>
  contractOn >= FIRST_CONTRACT_ON &&
  YEARS.some(({ from, through }) => year >= from && (through === undefined || year <= through));
