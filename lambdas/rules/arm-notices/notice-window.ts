import * as z from 'zod';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';
import { addDays, calendarDate, daysBetween } from '../../shared/calendar.ts';
import type { CalendarDate } from '../../shared/calendar.ts';

/** 1026.20(c)(2) and (d), calendar days before the first payment at the adjusted level is due. */
const DAYS = {
  earliest: 120,
  latest: 60,
  latestShort: 25,
  initialEarliest: 240,
  initialLatest: 210,
} as const;
/** 1026.20(c)(2): older loans with a look-back shorter than this. */
const SHORT_LOOK_BACK_DAYS = 45;
const OLDER_BEFORE = calendarDate('2015-01-10');
/** 1026.20(c)(2); a frequent ARM changes `at a maximum of every 60 days` (comment 20(c)(2)-1). */
const FREQUENT_DAYS = 60;
const LEAST_TERM_MONTHS = 12;

export const NoticeFactsSchema = z.strictObject({
  consummationOn: CalendarDateSchema,
  firstPaymentAtNewLevelOn: CalendarDateSchema,
  changeOn: CalendarDateSchema,
  changeNumber: z.int().min(1),
  /** The most days between scheduled changes, where they are uniform. */
  daysBetweenChanges: z.int().min(1).optional(),
  lookBackDays: z.int().min(0).max(120),
  termMonths: z.int().min(1).max(600),
  /** A change of rate without a change of payment needs no notice. */
  changesPayment: z.boolean().default(true),
  /** The first notice was given at consummation with an estimate. */
  wasEstimatedAtConsummation: z.boolean().default(true),
  /** The servicer collects a debt under the FDCPA and the consumer told it to cease, FDCPA 805(c). */
  hasCeaseNotice: z.boolean().default(false),
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
  const span = short?.from ? `at least ${latest}` : `${latest} to ${DAYS.earliest}`;
  return {
    kind: 'window',
    from: short?.from ?? addDays(due, -DAYS.earliest),
    to: addDays(due, -latest),
    reason: `${span} days before the first payment at the adjusted level${short ? `: ${short.reason}` : ''}`,
    citation: '1026.20(c)(2)',
  };
}

/** When the notice of the first change of rate is given, 1026.20(d); a cease notice is no exemption from it. */
export function initialWindow(facts: NoticeFacts): NoticeWindow {
  const citation = '1026.20(d)';
  if (facts.termMonths <= LEAST_TERM_MONTHS)
    return { kind: 'not-required', reason: 'a term of one year or less', citation: '1026.20(d)(1)(ii)' };
  if (facts.changeNumber > 1)
    return { kind: 'not-required', reason: 'not the initial change of rate', citation };
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
  if (!facts.changesPayment) return no('the payment does not change', '1026.20(c)');
  const isEarly = daysBetween(facts.consummationOn, facts.firstPaymentAtNewLevelOn) <= DAYS.initialLatest;
  if (facts.changeNumber === 1 && isEarly && !facts.wasEstimatedAtConsummation)
    return no('the exact rate was disclosed at consummation', '1026.20(c)(1)(ii)(B)');
  if (facts.hasCeaseNotice)
    return no('the consumer told the debt collector to cease', '1026.20(c)(1)(ii)(C)');
  return undefined;
}

/** Where 25 days do; the first change soon after consummation has no earliest day but consummation. */
function shortNotice(facts: NoticeFacts): { reason: string; from?: CalendarDate } | undefined {
  const { daysBetweenChanges, consummationOn, lookBackDays, changeOn, wasEstimatedAtConsummation } = facts;
  const isSoon = facts.changeNumber === 1 && daysBetween(consummationOn, changeOn) <= FREQUENT_DAYS;
  if (isSoon && wasEstimatedAtConsummation)
    return {
      reason: 'the first change within 60 days of consummation: as soon as practicable',
      from: consummationOn,
    };
  if (daysBetweenChanges !== undefined && daysBetweenChanges <= FREQUENT_DAYS)
    return { reason: 'uniform changes every 60 days or more often' };
  if (consummationOn < OLDER_BEFORE && lookBackDays < SHORT_LOOK_BACK_DAYS)
    return { reason: 'originated before January 10, 2015 with a look-back under 45 days' };
  return undefined;
}
