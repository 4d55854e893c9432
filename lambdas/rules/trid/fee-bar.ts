import type { CalendarDate } from '../../shared/calendar.ts';
import type { ClockDate } from './clock-date.ts';

/**
 * The first day a fee other than a bona fide credit report's may be imposed: after receipt of the Loan Estimate and the
 * consumer's intent to proceed, which means nothing if said before receipt. Taking a card number imposes a fee.
 */
export function feesFrom(
  estimateReceivedOn: CalendarDate,
  intentToProceedOn: CalendarDate | undefined,
): ClockDate | undefined {
  if (intentToProceedOn === undefined || intentToProceedOn < estimateReceivedOn) return undefined;
  const reason = 'the Loan Estimate was received and the consumer has said to proceed';
  return { on: intentToProceedOn, reason, citation: '1026.19(e)(2)(i)(A)' };
}
