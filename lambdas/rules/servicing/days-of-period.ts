import { daysBetween } from '../../shared/calendar.ts';
import { interestFromOn } from './loan-periods.ts';
import { rational, times } from '../../shared/rational.ts';
import { yearFraction } from '../../shared/day-count.ts';
import type { AccountTerms } from './account-terms.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { LoanPeriods } from './loan-periods.ts';
import type { Rational } from '../../shared/rational.ts';

/** What part of a year the days of an instalment's period are, from one (excluded) to another. */
export function daysOfPeriod(
  loan: LoanPeriods,
  dayCount: AccountTerms['interest']['dayCount'],
  index: number,
  fromOn: CalendarDate,
  untilOn: CalendarDate,
): Rational {
  if (dayCount !== 'of-period') return yearFraction(dayCount, fromOn, untilOn);
  const period = loan.periods[Math.min(index, loan.count - 1)];
  const dueOn = period?.dueOn;
  if (!period || !dueOn) return yearFraction('actual/365', fromOn, untilOn);
  const days = daysBetween(interestFromOn(loan, Math.min(index, loan.count - 1)), dueOn);
  return times(period.ofYear, rational(daysBetween(fromOn, untilOn), days));
}
