import { addMonths } from '../../shared/calendar.ts';
import { invalid } from '../../shared/errors.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Cents } from '../../shared/money.ts';

/** A payment of a monthly schedule, as far as the annual percentage rate needs it. */
interface DuePayment {
  dueOn?: CalendarDate;
  paymentCents: Cents;
}

/** A run of equal monthly payments: the payment schedule of a disclosure, and what the APR is solved from. */
export interface MonthlyStream {
  amountCents: Cents;
  count: number;
  firstOn: CalendarDate;
  every: { kind: 'month'; count: 1 };
}

/** A monthly schedule as runs of equal payments. @throws invalid ScheduleWithoutDates, ScheduleNotMonthly */
export function scheduleStreams(payments: readonly DuePayment[]): MonthlyStream[] {
  const streams: MonthlyStream[] = [];
  const startOn = payments[0]?.dueOn;
  for (const [index, { dueOn, paymentCents }] of payments.entries()) {
    if (!dueOn || !startOn) throw invalid('ScheduleWithoutDates', 'a stream of payments needs due dates');
    if (addMonths(startOn, index) !== dueOn)
      throw invalid('ScheduleNotMonthly', 'the payments are a month apart');
    const last = streams.at(-1);
    if (last?.amountCents === paymentCents) last.count += 1;
    else
      streams.push({
        amountCents: paymentCents,
        count: 1,
        firstOn: dueOn,
        every: { kind: 'month', count: 1 },
      });
  }
  return streams;
}
