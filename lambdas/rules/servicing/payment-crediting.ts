import { addDays } from '../../shared/calendar.ts';
import type { CalendarDate } from '../../shared/calendar.ts';

export interface ReceivedPayment {
  receivedOn: CalendarDate;
  /** Whether it met the requirements the servicer states in writing: address, cut-off time, form. */
  conforms: boolean;
}

/**
 * The last day as of which a payment may be credited: of receipt (12 CFR 1026.36(c)(1)(i)), or within five days of it when
 * it did not conform and was accepted all the same (1026.36(c)(1)(iii)). Later posting is allowed when nothing is charged
 * or reported for it, so that an event's `effectiveOn` is never after this day.
 */
export const creditNoLaterThan = ({ receivedOn, conforms }: ReceivedPayment): CalendarDate =>
  conforms ? receivedOn : addDays(receivedOn, 5);

/**
 * By when a periodic statement is reasonably prompt: four days after the courtesy period of the billing cycle before
 * (12 CFR 1026.41(b); comment 41(b)-1).
 */
export const statementPromptBy = (previousDueOn: CalendarDate, courtesyDays: number): CalendarDate =>
  addDays(previousDueOn, courtesyDays + 4);
