import { cents } from '../../shared/money.ts';
import { invalid } from '../../shared/errors.ts';
import type { MonthPayment } from './payment-terms.ts';
import type { Schedule } from '../amortization/amortize.ts';

/** Payments of a monthly schedule for the projected payments table; with a second one, the range between the two. */
export function scheduleMonths(lowest: Schedule, highest: Schedule = lowest): MonthPayment[] {
  if (lowest.payments.length !== highest.payments.length)
    throw invalid('SchedulesDiffer', 'the lowest and the highest schedule have as many payments');
  return lowest.payments.map(({ paymentCents, principalCents }, index) => {
    const other = highest.payments[index]?.paymentCents ?? paymentCents;
    return {
      leastCents: cents(Math.min(paymentCents, other)),
      mostCents: cents(Math.max(paymentCents, other)),
      isInterestOnly: principalCents === 0,
    };
  });
}
