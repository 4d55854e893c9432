import * as z from 'zod';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';
import { addMonths, daysBetween } from '../../shared/calendar.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { RuleCheck } from '../ability-to-repay/rule-check.ts';

/** 12 USC 4901(4)(A): 60 days late in the first of the two years. */
const EARLIER = { days: 60, fromMonths: 24, toMonths: 12 } as const;
/** 12 USC 4901(4)(B): 30 days late in the last year. */
const LATER = { days: 30, fromMonths: 12, toMonths: 0 } as const;

export const PaidInstalmentSchema = z.strictObject({
  dueOn: CalendarDateSchema,
  /** Absent while unpaid. */
  paidOn: CalendarDateSchema.optional(),
});
export type PaidInstalment = z.output<typeof PaidInstalmentSchema>;

/**
 * Good payment history, judged back from the later of the cancellation date and the date of the request.
 * A payment is late on the day it was made; an unpaid one is late by as much as it is by then.
 */
export function goodPaymentHistory(instalments: readonly PaidInstalment[], laterOn: CalendarDate): RuleCheck {
  const [inEarlier, inLater] = [EARLIER, LATER].map((span) => countLate(instalments, laterOn, span));
  return {
    rule: 'good-payment-history',
    passed: inEarlier === 0 && inLater === 0,
    citation: '12 USC 4901(4)',
    used: { sixtyDaysLate: inEarlier ?? 0, thirtyDaysLate: inLater ?? 0, judgedOn: laterOn },
  };
}

function countLate(
  instalments: readonly PaidInstalment[],
  laterOn: CalendarDate,
  { days, fromMonths, toMonths }: typeof EARLIER | typeof LATER,
): number {
  const [from, to] = [addMonths(laterOn, -fromMonths), addMonths(laterOn, -toMonths)];
  return instalments.filter(({ dueOn, paidOn }) => {
    const madeOn = paidOn && paidOn < laterOn ? paidOn : laterOn;
    const isWithin = madeOn >= from && (madeOn < to || (toMonths === 0 && madeOn === to));
    return isWithin && daysBetween(dueOn, madeOn) >= days;
  }).length;
}
