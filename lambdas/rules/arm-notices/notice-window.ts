import * as z from 'zod';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';
import { addDays, calendarDate, daysBetween } from '../../shared/calendar.ts';
import type { CalendarDate } from '../../shared/calendar.ts';

/** 1026.20(c)(2) and (d)(2), calendar days before the first payment at the adjusted level is due. */
const DAYS = {
  earliest: 120,
  latest: 60,
  latestShort: 25,
  initialEarliest: 240,
  initialLatest: 210,
} as const;
/** 1026.20(c)(2)(ii): older loans with a look-back shorter than this. */
const SHORT_LOOK_BACK_DAYS = 45;
const OLDER_BEFORE = calendarDate('2015-01-10');
/** 1026.20(c)(2)(i), (iii). */
const FREQUENT_DAYS = 60;
const LEAST_TERM_MONTHS = 12;

export const NoticeFactsSchema = z.strictObject({
  consummationOn: CalendarDateSchema,
  firstPaymentAtNewLevelOn: CalendarDateSchema,
  changeOn: CalendarDateSchema,
  changeNumber: z.int().min(1),
  /** Days between scheduled changes, where they are uniform. */
  daysBetweenChanges: z.int().min(1).optional(),
  lookBackDays: z.int().min(0).max(120),
  termMonths: z.int().min(1).max(600),
  /** A change of rate without a change of payment needs no notice. */
  changesPayment: z.boolean().default(true),
  /** The first notice was given at consummation with an estimate. */
  wasEstimatedAtConsummation: z.boolean().default(true),
});
export type NoticeFacts = z.output<typeof NoticeFactsSchema>;

export type NoticeWindow =
  | { kind: 'not-required'; reason: string; citation: string }
  | { kind: 'at-consummation'; on: CalendarDate; reason: string; citation: string }
  | { kind: 'window'; from: CalendarDate; to: CalendarDate; reason: string; citation: string };

/** When the notice of each change of payment is given, 1026.20(c). */
export function adjustmentWindow(facts: NoticeFacts): NoticeWindow {
  const exemption = exemptionOf(facts);
  if (exemption) return exemption;
  const { firstPaymentAtNewLevelOn: due } = facts;
  const short = shortNotice(facts);
  const latest = short ? DAYS.latestShort : DAYS.latest;
  return {
    kind: 'window',
    from: addDays(due, -DAYS.earliest),
    to: addDays(due, -latest),
    reason: `${latest} to ${DAYS.earliest} days before the first payment at the adjusted level${short ? `: ${short.reason}` : ''}`,
    citation: short?.citation ?? '1026.20(c)(2)',
  };
}

/** When the notice of the first change of rate is given, 1026.20(d). */
export function initialWindow(facts: NoticeFacts): NoticeWindow {
  const citation = '1026.20(d)(2)';
  if (facts.termMonths <= LEAST_TERM_MONTHS)
    return { kind: 'not-required', reason: 'a term of one year or less', citation: '1026.20(d)(1)(ii)' };
  const { firstPaymentAtNewLevelOn: due, consummationOn } = facts;
  if (daysBetween(consummationOn, due) <= DAYS.initialLatest)
    return {
      kind: 'at-consummation',
      on: consummationOn,
      reason: 'the first payment at the adjusted level is due within 210 days after consummation',
      citation,
    };
  return {
    kind: 'window',
    from: addDays(due, -DAYS.initialEarliest),
    to: addDays(due, -DAYS.initialLatest),
    reason: '210 to 240 days before the first payment at the adjusted level',
    citation,
  };
}

function exemptionOf(facts: NoticeFacts): NoticeWindow | undefined {
  const no = (reason: string, citation: string): NoticeWindow => ({ kind: 'not-required', reason, citation });
  if (facts.termMonths <= LEAST_TERM_MONTHS) return no('a term of one year or less', '1026.20(c)(1)(ii)(A)');
  if (!facts.changesPayment) return no('the payment does not change', '1026.20(c)(1)(i)');
  const isEarly = daysBetween(facts.consummationOn, facts.firstPaymentAtNewLevelOn) <= DAYS.initialLatest;
  if (facts.changeNumber === 1 && isEarly && !facts.wasEstimatedAtConsummation)
    return no('the exact rate was disclosed at consummation', '1026.20(c)(1)(ii)(B)');
  return undefined;
}

function shortNotice(facts: NoticeFacts): { reason: string; citation: string } | undefined {
  const { daysBetweenChanges, consummationOn, lookBackDays, changeOn, changeNumber } = facts;
  if (daysBetweenChanges !== undefined && daysBetweenChanges <= FREQUENT_DAYS)
    return { reason: 'uniform changes every 60 days or more often', citation: '1026.20(c)(2)(i)' };
  if (consummationOn < OLDER_BEFORE && lookBackDays < SHORT_LOOK_BACK_DAYS)
    return {
      reason: 'originated before January 10, 2015 with a look-back under 45 days',
      citation: '1026.20(c)(2)(ii)',
    };
  if (changeNumber === 1 && daysBetween(consummationOn, changeOn) <= FREQUENT_DAYS)
    return {
      reason: 'the first change within 60 days of consummation: as soon as practicable',
      citation: '1026.20(c)(2)(iii)',
    };
  return undefined;
}
