import * as z from 'zod';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';
import { addDays } from '../../shared/calendar.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { ClockDate } from '../trid/clock-date.ts';

/** 1024.33(b)(3), (c)(1), calendar days. */
const NOTICE_DAYS = 15;
const LATEST_DAYS = 30;
const GRACE_DAYS = 60;
/** 1026.39(b), calendar days. */
const OWNERSHIP_DAYS = 30;

export interface ServicingTransferDates {
  transferorNoticeBy: ClockDate;
  transfereeNoticeBy: ClockDate;
  combinedNoticeBy: ClockDate;
  /** A payment sent to the old servicer by now is not late for any purpose. */
  noLateTreatmentThrough: ClockDate;
}

/** Notices of a transfer of servicing and the grace of payments sent to the wrong place, 1024.33(b), (c). */
export function servicingTransferDates(
  transferOn: CalendarDate,
  isInvoluntary = false,
): ServicingTransferDates {
  const date = (days: number, reason: string, citation: string): ClockDate => ({
    on: addDays(transferOn, days),
    reason,
    citation,
  });
  const late = isInvoluntary ? '1024.33(b)(3)(ii)' : '';
  return {
    transferorNoticeBy: isInvoluntary
      ? date(LATEST_DAYS, 'within 30 days after a transfer that was forced', late)
      : date(-NOTICE_DAYS, '15 days before the transfer', '1024.33(b)(3)(i)'),
    transfereeNoticeBy: isInvoluntary
      ? date(LATEST_DAYS, 'within 30 days after a transfer that was forced', late)
      : date(NOTICE_DAYS, '15 days after the transfer', '1024.33(b)(3)(i)'),
    combinedNoticeBy: date(-NOTICE_DAYS, 'a combined notice 15 days before the transfer', '1024.33(b)(3)(i)'),
    noLateTreatmentThrough: date(GRACE_DAYS, 'payments to the old servicer within 60 days', '1024.33(c)(1)'),
  };
}

export const OwnershipTransferSchema = z.strictObject({
  /** Acquisitions of the loan; of a joint one by several on several days, each. */
  acquiredOn: z.array(CalendarDateSchema).min(1).max(20),
});

/** The notice of a new owner: the 30th day after the earliest acquisition (comment 39(b)(5)-1). */
export function ownershipNoticeBy(acquiredOn: readonly CalendarDate[]): ClockDate {
  const earliest = acquiredOn.toSorted()[0] as CalendarDate; // one at the least, by the schema
  return {
    on: addDays(earliest, OWNERSHIP_DAYS),
    reason: 'on or before the 30th day after the earliest acquisition',
    citation: '1026.39(b)',
  };
}
