import { addBusinessDays, regZPreciseDay } from '../../shared/business-days.ts';
import type { BusinessDayRule } from '../../shared/business-days.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { ClockDate } from './clock-date.ts';

/** 1026.19(e)(1)(iii)(A), in general business days: days the creditor's offices are open. */
const DAYS_TO_DELIVER = 3;
/** 1026.19(e)(1)(iii)(B), in precise business days. */
const DAYS_BEFORE_CONSUMMATION = 7;

/** The last day to deliver or mail the Loan Estimate after an application. A late credit report fee moves nothing. */
export const loanEstimateDue = (applicationOn: CalendarDate, officeDays: BusinessDayRule): ClockDate => ({
  on: addBusinessDays(applicationOn, DAYS_TO_DELIVER, officeDays),
  reason: 'third business day after the application was received',
  citation: '1026.19(e)(1)(iii)(A)',
});

/** The first day the loan may close: counted from delivery or mailing, not from receipt (comment 19(e)(1)(iii)-2). */
export const consummationAfterEstimate = (deliveredOn: CalendarDate): ClockDate => ({
  on: addBusinessDays(deliveredOn, DAYS_BEFORE_CONSUMMATION, regZPreciseDay),
  reason: 'seventh business day after the Loan Estimate was delivered or mailed',
  citation: '1026.19(e)(1)(iii)(B)',
});

/** The last day to deliver or mail it for a given closing. */
export const loanEstimateDueFor = (consummationOn: CalendarDate): ClockDate => ({
  on: addBusinessDays(consummationOn, -DAYS_BEFORE_CONSUMMATION, regZPreciseDay),
  reason: 'seventh business day before consummation',
  citation: '1026.19(e)(1)(iii)(B)',
});
