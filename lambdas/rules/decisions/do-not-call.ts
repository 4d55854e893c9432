import * as z from 'zod';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';
import { addDays, addMonths } from '../../shared/calendar.ts';
import { addBusinessDays } from '../../shared/business-days.ts';
import { isInForce } from './dated-rules.ts';
import { officeBusinessDay } from './office-business-day.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { ClockDate } from '../trid/clock-date.ts';
import type { Finding } from './finding.ts';

/** 47 CFR 64.1200(c)(2)(i)(D), calendar days that a copy of the national list may be old. */
const LIST_DAYS = 31;
/** 64.1200(f)(5), months after a purchase or transaction. */
const TRANSACTION_MONTHS = 18;
/** 64.1200(f)(5), months after an inquiry or application. */
const INQUIRY_MONTHS = 3;
/** 64.1200(d)(3): business days since April 11, 2025; calendar days before. */
const COMPANY_DAYS = { now: 10, before: 30 } as const;

/** What is known of a number's owner and of lists they may be on. */
export const DoNotCallFactsSchema = z.strictObject({
  /** The day of the copy of the national list that was looked at; absent when none was. */
  listOfOn: CalendarDateSchema.optional(),
  isOnNationalList: z.boolean().optional(),
  /** When the person asked this company not to call. The rule has it honoured for five years, (d)(6); we do not let it lapse. */
  companyRequestOn: CalendarDateSchema.optional(),
  lastTransactionOn: CalendarDateSchema.optional(),
  lastInquiryOn: CalendarDateSchema.optional(),
  hasPersonalRelationship: z.boolean().default(false),
});
export type DoNotCallFacts = z.output<typeof DoNotCallFactsSchema>;

/**
 * What forbids to call a number to sell; none, when nothing does. `permittedOn` is the day of a signed agreement to be
 * called, which goes before the national list and, when it is later, before a request to this company.
 */
export function doNotCallBar(
  facts: DoNotCallFacts,
  day: CalendarDate,
  permittedOn: CalendarDate | undefined,
): Finding | undefined {
  const { companyRequestOn } = facts;
  const isAskedNotTo = companyRequestOn !== undefined && companyRequestOn <= day;
  if (isAskedNotTo && !(permittedOn !== undefined && permittedOn > companyRequestOn))
    return { reason: 'the person asked this company not to call', citation: '47 CFR 64.1200(d)' };
  if (permittedOn !== undefined || facts.hasPersonalRelationship) return undefined;
  if (relationshipUntil(facts, day)) return undefined;
  if (facts.listOfOn === undefined || facts.isOnNationalList === undefined || facts.listOfOn > day)
    return { reason: 'the national list was not looked at', citation: '47 CFR 64.1200(c)(2)' };
  if (addDays(facts.listOfOn, LIST_DAYS) < day)
    return {
      reason: 'the copy of the national list is older than 31 days',
      citation: '47 CFR 64.1200(c)(2)(i)(D)',
    };
  return facts.isOnNationalList
    ? { reason: 'the number is on the national list', citation: '47 CFR 64.1200(c)(2)' }
    : undefined;
}

/** The last day of the established business relationship, if it stands on that day. */
export function relationshipUntil(facts: DoNotCallFacts, day: CalendarDate): ClockDate | undefined {
  const spans = [
    [facts.lastTransactionOn, TRANSACTION_MONTHS, '18 months after the last transaction'],
    [facts.lastInquiryOn, INQUIRY_MONTHS, 'three months after the last inquiry or application'],
  ] as const;
  const standing = spans.flatMap(([from, months, reason]) =>
    from !== undefined && from <= day && day <= addMonths(from, months)
      ? [{ on: addMonths(from, months), reason, citation: '47 CFR 64.1200(f)(5)' }]
      : [],
  );
  return standing.toSorted((a, b) => (a.on < b.on ? 1 : -1))[0];
}

/** By when a request to this company must be honoured; it is kept for five years (64.1200(d)(6)). */
export function companyRequestBy(requestedOn: CalendarDate): ClockDate {
  const citation = '47 CFR 64.1200(d)(3)';
  if (isInForce('company-do-not-call-ten-business-days', requestedOn))
    return {
      on: addBusinessDays(requestedOn, COMPANY_DAYS.now, officeBusinessDay),
      reason: 'a reasonable time, not more than ten business days',
      citation,
    };
  const reason = 'a reasonable time, not more than 30 days';
  return { on: addDays(requestedOn, COMPANY_DAYS.before), reason, citation };
}
