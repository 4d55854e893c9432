import { addBusinessDays, regZPreciseDay } from '../../shared/business-days.ts';
import type { BusinessDayRule } from '../../shared/business-days.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { ClockDate } from './clock-date.ts';

/** 1026.19(e)(4)(i), general business days. */
const DAYS_TO_REVISE = 3;
/** 1026.19(e)(4)(ii), precise business days. */
const DAYS_BEFORE_CONSUMMATION = 4;
const MAILBOX_DAYS = 3;

/** The last day to provide a revised estimate after information that establishes the reason, a rate lock's date among them. */
export const revisedEstimateDue = (informedOn: CalendarDate, officeDays: BusinessDayRule): ClockDate => ({
  on: addBusinessDays(informedOn, DAYS_TO_REVISE, officeDays),
  reason: 'third business day after information sufficient to establish the reason for revision',
  citation: '1026.19(e)(4)(i)',
});

/** The last day on which the consumer may receive a revised Loan Estimate. */
export const revisedEstimateReceivedBy = (consummationOn: CalendarDate): ClockDate => ({
  on: addBusinessDays(consummationOn, -DAYS_BEFORE_CONSUMMATION, regZPreciseDay),
  reason: 'fourth business day before consummation',
  citation: '1026.19(e)(4)(ii)',
});

/** The last day to mail one so that it is considered received in time. */
export const revisedEstimateMailedBy = (consummationOn: CalendarDate): ClockDate => ({
  on: addBusinessDays(revisedEstimateReceivedBy(consummationOn).on, -MAILBOX_DAYS, regZPreciseDay),
  reason: 'three business days for the mail before the last day of receipt',
  citation: '1026.19(e)(4)(ii)',
});

/** The first day the loan may close after a revised Loan Estimate was received. */
export const consummationAfterRevision = (receivedOn: CalendarDate): ClockDate => ({
  on: addBusinessDays(receivedOn, DAYS_BEFORE_CONSUMMATION, regZPreciseDay),
  reason: 'fourth business day after the revised Loan Estimate was received',
  citation: '1026.19(e)(4)(ii)',
});
