import * as z from 'zod';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';
import { OfficeDaysSchema, defaultOffice } from './office-days.ts';
import { loanEstimateDue } from './loan-estimate-clock.ts';
import { regZGeneralDays } from '../../shared/business-days.ts';
import type { ClockDate } from './clock-date.ts';

export const ApplicationCourseSchema = z
  .strictObject({
    office: OfficeDaysSchema.default(defaultOffice),
    applicationOn: CalendarDateSchema,
    /** The creditor finds that it cannot approve what was asked for, or the consumer withdraws. */
    ended: z
      .strictObject({ on: CalendarDateSchema, how: z.enum(['not-approvable', 'withdrawn']) })
      .optional(),
    /** The consumer changes the application because it cannot be approved as it was. */
    amendedOn: CalendarDateSchema.optional(),
  })
  .refine(({ applicationOn, ended }) => !ended || ended.on >= applicationOn, {
    path: ['ended', 'on'],
    message: 'an application does not end before it is received',
  })
  .refine(({ applicationOn, amendedOn }) => !amendedOn || amendedOn >= applicationOn, {
    path: ['amendedOn'],
    message: 'an application is not amended before it is received',
  });

export interface ApplicationCourse {
  /** Of the application as first made. */
  originalEstimate: { isRequired: boolean; due: ClockDate };
  /** An amended application is a new one, with a clock of its own. */
  amendedEstimateDue?: ClockDate;
  citation: 'comment 19(e)(1)(iii)-3';
}

/**
 * Whether an application that ended or changed in its first three business days still needs a Loan Estimate. If the
 * loan closes on the first terms after all, leaving it out was a violation.
 */
export function applicationCourse(input: z.input<typeof ApplicationCourseSchema>): ApplicationCourse {
  const { office, applicationOn, ended, amendedOn } = ApplicationCourseSchema.parse(input);
  const officeDays = regZGeneralDays(office);
  const due = loanEstimateDue(applicationOn, officeDays);
  const endedInTime = [ended?.on, amendedOn].some((on) => on !== undefined && on <= due.on);
  return {
    originalEstimate: { isRequired: !endedInTime, due },
    ...(amendedOn ? { amendedEstimateDue: loanEstimateDue(amendedOn, officeDays) } : {}),
    citation: 'comment 19(e)(1)(iii)-3',
  };
}
