import * as z from 'zod';
import { daysBetween, isMonthEnd, partsOf } from '../../shared/calendar.ts';
import { rational } from '../../shared/rational.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Rational } from '../../shared/rational.ts';

export const PayFrequencySchema = z.enum(['weekly', 'biweekly', 'semimonthly', 'monthly', 'annual']);
export type PayFrequency = z.infer<typeof PayFrequencySchema>;

/** Fannie Mae Selling Guide B3-3.1-03 (base pay): 52, 26 and 24 pay periods a year; a month is a twelfth. */
const periodsPerYear = { weekly: 52, biweekly: 26, semimonthly: 24, monthly: 12, annual: 1 } as const;

/** How many pay periods a month holds, exactly: biweekly is 26/12. */
export const periodsPerMonth = (frequency: PayFrequency): Rational => rational(periodsPerYear[frequency], 12);

/**
 * The frequency that one printed pay period (both days included) can only be, or undefined when its length fits two:
 * February 16 to 29 is a half month and two weeks at once.
 */
export function payFrequencyOf(startOn: CalendarDate, endOn: CalendarDate): PayFrequency | undefined {
  const days = daysBetween(startOn, endOn) + 1;
  const [startDay, endDay] = [partsOf(startOn).day, partsOf(endOn).day];
  const sameMonth = startOn.slice(0, 7) === endOn.slice(0, 7);
  const isHalf = sameMonth && ((startDay === 1 && endDay === 15) || (startDay === 16 && isMonthEnd(endOn)));
  const fits: PayFrequency[] = [];
  if (days === 7) fits.push('weekly');
  if (days === 14) fits.push('biweekly');
  if (isHalf || days === 15 || days === 16) fits.push('semimonthly');
  if (days >= 28 && days <= 31 && (isMonthEnd(endOn) || startDay === endDay + 1)) fits.push('monthly');
  return fits.length === 1 ? fits[0] : undefined;
}
