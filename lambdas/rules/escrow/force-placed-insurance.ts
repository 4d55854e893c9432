import * as z from 'zod';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';
import { addDays } from '../../shared/calendar.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { ClockDate } from '../trid/clock-date.ts';

/** 1024.37, calendar days. */
const FIRST_NOTICE_DAYS = 45;
const REMINDER_AFTER_DAYS = 30;
const REMINDER_BEFORE_CHARGE_DAYS = 15;
const CANCEL_DAYS = 15;
const RENEWAL_NOTICE_DAYS = 45;

export const ForcePlacedFactsSchema = z.strictObject({
  firstNoticeOn: CalendarDateSchema,
  reminderOn: CalendarDateSchema.optional(),
  /** The borrower's evidence of cover without a gap. */
  evidenceReceivedOn: CalendarDateSchema.optional(),
});
export type ForcePlacedFacts = z.output<typeof ForcePlacedFactsSchema>;

export interface ForcePlacedDates {
  reminderFrom: ClockDate;
  /** The first day of a charge: absent until the reminder is sent, and once evidence has come in time. */
  chargeFrom?: ClockDate;
  cancelAndRefundBy?: ClockDate;
}

/** New cover by the servicer: notice, reminder, charge, and what evidence of own cover does. */
export function forcePlacedDates(facts: ForcePlacedFacts): ForcePlacedDates {
  const { firstNoticeOn, reminderOn, evidenceReceivedOn } = facts;
  const reminderFrom = {
    on: addDays(firstNoticeOn, REMINDER_AFTER_DAYS),
    reason: 'at least 30 days after the first notice, and 15 before the charge',
    citation: '1024.37(d)(1)',
  };
  const chargeFrom = chargeAfter(firstNoticeOn, reminderOn, reminderFrom.on);
  const isCovered = evidenceReceivedOn && (!chargeFrom || evidenceReceivedOn <= chargeFrom.on);
  return {
    reminderFrom,
    ...(chargeFrom && !isCovered ? { chargeFrom } : {}),
    ...(evidenceReceivedOn
      ? {
          cancelAndRefundBy: {
            on: addDays(evidenceReceivedOn, CANCEL_DAYS),
            reason: 'cancel, and refund for overlapping cover, within 15 days of evidence',
            citation: '1024.37(g)',
          },
        }
      : {}),
  };
}

function chargeAfter(
  noticeOn: CalendarDate,
  reminderOn: CalendarDate | undefined,
  reminderFromOn: CalendarDate,
): ClockDate | undefined {
  if (!reminderOn || reminderOn < reminderFromOn) return undefined; // an early reminder is none
  const [a, b] = [addDays(noticeOn, FIRST_NOTICE_DAYS), addDays(reminderOn, REMINDER_BEFORE_CHARGE_DAYS)];
  return {
    on: a > b ? a : b,
    reason: 'at least 45 days after the first notice and 15 after the reminder',
    citation: '1024.37(c)(1)',
  };
}

export const RenewalFactsSchema = z.strictObject({
  noticeOn: CalendarDateSchema,
  /** When the force-placed policy ends and is renewed or replaced. */
  replacedOn: CalendarDateSchema,
  /** Evidence that the borrower was without cover for a time, and when own cover began. */
  evidenceReceivedOn: CalendarDateSchema.optional(),
  ownCoverFromOn: CalendarDateSchema.optional(),
});
export type RenewalFacts = z.output<typeof RenewalFactsSchema>;

export interface RenewalCharge {
  /** The first day on which the charge may be made. */
  chargeOn: ClockDate;
  /** The days that it may be for. */
  coverFrom: CalendarDate;
  coverTo?: CalendarDate;
}

/** Renewal, 1024.37(e)(1): 45 days after its notice, or at once when evidence shows a gap (e)(1)(iii). */
export function renewalCharge(facts: RenewalFacts): RenewalCharge {
  const { noticeOn, replacedOn, evidenceReceivedOn, ownCoverFromOn } = facts;
  const later = addDays(noticeOn, RENEWAL_NOTICE_DAYS);
  const showsGap = evidenceReceivedOn && ownCoverFromOn && ownCoverFromOn > replacedOn;
  const chargeOn =
    showsGap && evidenceReceivedOn < later
      ? {
          on: evidenceReceivedOn,
          reason: 'promptly after evidence of a gap in cover',
          citation: '1024.37(e)(1)(iii)',
        }
      : { on: later, reason: '45 days after the renewal notice', citation: '1024.37(e)(1)(i)' };
  return { chargeOn, coverFrom: replacedOn, ...(ownCoverFromOn ? { coverTo: ownCoverFromOn } : {}) };
}
