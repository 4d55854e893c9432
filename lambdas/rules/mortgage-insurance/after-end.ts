import { addDays } from '../../shared/calendar.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { ClockDate } from '../trid/clock-date.ts';

/** Calendar days after insurance ends. */
const NOTICE_DAYS = 30;
const LAST_PREMIUM_DAYS = 30;
const REFUND_DAYS = 45;

/** Insurance has ended: from when, and what is due after it. */
export interface InsuranceEnd {
  end: ClockDate;
  /** The borrower is told that it ended and that no more is due. */
  noticeBy: ClockDate;
  /** No premium is asked for later than this. */
  lastPremiumBy: ClockDate;
  /** Unearned premiums are back with the borrower. */
  refundBy: ClockDate;
}

/**
 * @param premiumFromOn what the 30 days of premiums run from: the end, and of a cancellation the request and its evidence,
 * 4902(e)(1). Premiums to the end itself are owed in any case, 4902(h).
 */
export const afterEnd = (end: ClockDate, premiumFromOn: CalendarDate = end.on): InsuranceEnd => ({
  end,
  noticeBy: {
    on: addDays(end.on, NOTICE_DAYS),
    reason: '30 days after insurance ended',
    citation: '12 USC 4904(a)',
  },
  lastPremiumBy: {
    on: laterOf(end.on, addDays(premiumFromOn, LAST_PREMIUM_DAYS)),
    reason: 'no premium is required beyond it but those accrued before the end',
    citation: '12 USC 4902(e)',
  },
  refundBy: {
    on: addDays(end.on, REFUND_DAYS),
    reason: 'unearned premiums are returned within 45 days',
    citation: '12 USC 4902(f)(1)',
  },
});

const laterOf = (a: CalendarDate, b: CalendarDate): CalendarDate => (a > b ? a : b);
