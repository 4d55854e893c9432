import { addBusinessDays } from '../../shared/business-days.ts';
import type { BusinessDayRule } from '../../shared/business-days.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { ClockDate } from './clock-date.ts';

/** 1026.19(e)(3)(iv)(E), general business days; a longer period that the creditor stated counts instead (2017). */
export const ESTIMATE_DAYS = 10;

/** The last day of an estimate: intent to proceed later than this lets the creditor start from new figures. */
export const estimateExpires = (
  deliveredOn: CalendarDate,
  officeDays: BusinessDayRule,
  statedDays: number = ESTIMATE_DAYS,
): ClockDate => ({
  on: addBusinessDays(deliveredOn, Math.max(statedDays, ESTIMATE_DAYS), officeDays),
  reason: 'intent to proceed after this day is a reason for revision of its own',
  citation: '1026.19(e)(3)(iv)(E)',
});
