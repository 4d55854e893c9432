import * as z from 'zod';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';
import { OfficeDaysSchema, defaultOffice } from '../trid/office-days.ts';
import { Timeline } from '../trid/timeline.ts';
import { addBusinessDays, regZGeneralDays } from '../../shared/business-days.ts';
import { addDays } from '../../shared/calendar.ts';
import type { Breach, TimelineEntry } from '../trid/timeline.ts';
import type { BusinessDayRule } from '../../shared/business-days.ts';
import type { CalendarDate } from '../../shared/calendar.ts';

/** 1002.14(a)(2), business days after the application, or after a first lien is determined. */
const NOTICE_DAYS = 3;
/** 1002.14(a)(1), business days before consummation or account opening. */
const COPY_DAYS = 3;
/** Comment 14(a)(1)-4.i: without evidence of receipt, a copy sent is delivered this many business days later. */
const DELIVERY_DAYS = 3;
/** 1002.14(a)(1), calendar days after it is determined that the loan will not close. */
const NO_CLOSING_DAYS = 30;

const ValuationSchema = z.strictObject({
  id: z.string().min(1).max(60),
  /** When the creditor had reviewed and accepted the last version. */
  completedOn: CalendarDateSchema,
  sent: z
    .strictObject({
      on: CalendarDateSchema,
      /** By `hand`, the applicant has it on that day. */
      by: z.enum(['hand', 'electronic', 'mail']),
      /** The day of actual receipt, where there is evidence of it (comment 14(a)(1)-4.i). */
      receivedOn: CalendarDateSchema.optional(),
    })
    .refine(({ on, receivedOn }) => receivedOn === undefined || receivedOn >= on, {
      message: 'nothing is received before it is sent',
      path: ['receivedOn'],
    })
    .optional(),
  hasESignConsent: z.boolean().default(false),
  /** Clerical changes only of a version that the applicant had in time. */
  isClericalRevision: z.boolean().default(false),
});

/** Valuations of a home that is to secure a loan by a first lien. */
export const ValuationFactsSchema = z
  .strictObject({
    /** Which days count is not defined in part 1002; the creditor's office days are those of the Loan Estimate. */
    office: OfficeDaysSchema.default(defaultOffice),
    applicationOn: CalendarDateSchema,
    isFirstLienOnDwelling: z.boolean(),
    /** When it turned out later that the lien will be a first one. */
    firstLienDeterminedOn: CalendarDateSchema.optional(),
    noticeSentOn: CalendarDateSchema.optional(),
    consummationOn: CalendarDateSchema.optional(),
    valuations: z.array(ValuationSchema).max(20).default([]),
    /** The applicant's statement that waives the three days. */
    waivedOn: CalendarDateSchema.optional(),
    /** For one, the appraisal of a higher-priced mortgage (1026.35(c)(6)). */
    isWaiverProhibited: z.boolean().default(false),
    willNotCloseOn: CalendarDateSchema.optional(),
  })
  .refine(({ applicationOn, consummationOn }) => !consummationOn || consummationOn >= applicationOn, {
    path: ['consummationOn'],
    message: 'a loan does not close before its application is received',
  });
export type ValuationFacts = z.output<typeof ValuationFactsSchema>;

export interface ValuationCopies {
  isCovered: boolean;
  dates: readonly TimelineEntry[];
  breaches: readonly Breach[];
}

/** The notice of the right to copies of valuations, and when each copy is due (12 CFR 1002.14(a)). */
export function valuationCopies(facts: ValuationFacts): ValuationCopies {
  const line = new Timeline();
  const from = facts.isFirstLienOnDwelling ? facts.applicationOn : facts.firstLienDeterminedOn;
  if (from === undefined) return { isCovered: false, dates: [], breaches: [] };
  const counts = regZGeneralDays(facts.office);
  const start = facts.isFirstLienOnDwelling ? 'application' : 'first-lien-determined';
  line.event(start, from, 'credit to be secured by a first lien on a dwelling', '1002.14(a)(2)');
  const reason = 'third business day after the application, or after a first lien was determined';
  const notice = { on: addBusinessDays(from, NOTICE_DAYS, counts), reason, citation: '1002.14(a)(2)' };
  line.latest('right-notice', notice, { after: [start] });
  if (facts.noticeSentOn && facts.noticeSentOn > notice.on)
    line.breach('right-notice', `sent after ${notice.on}`, notice.citation);
  copyClocks(facts, line, counts);
  return { isCovered: true, dates: line.entries, breaches: line.breaches };
}

function copyClocks(facts: ValuationFacts, line: Timeline, counts: BusinessDayRule): void {
  const { consummationOn, willNotCloseOn } = facts;
  if (consummationOn) line.event('consummation', consummationOn, 'consummation', '1002.14(b)(1)');
  if (willNotCloseOn)
    line.event('will-not-close', willNotCloseOn, 'the creditor determined it', '1002.14(a)(1)');
  const copyBy = consummationOn && addBusinessDays(consummationOn, -COPY_DAYS, counts);
  const isWaived = waiverHolds(facts, copyBy, line);
  for (const valuation of facts.valuations) {
    const completed = `${valuation.id}-completed`;
    line.event(completed, valuation.completedOn, 'the valuation was completed', 'comment 14(a)(1)-4.iii');
    line.earliest(
      `${valuation.id}-copy`,
      { on: valuation.completedOn, reason: 'promptly upon completion', citation: '1002.14(a)(1)' },
      [completed],
    );
    const received = receivedOn(valuation, line, counts);
    if (copyBy) dueBeforeClosing(facts, { valuation, received, copyBy, isWaived }, line);
    if (willNotCloseOn && isWaived) {
      const reason = '30 days after it was determined that the loan will not close';
      const date = { on: addDays(willNotCloseOn, NO_CLOSING_DAYS), reason, citation: '1002.14(a)(1)' };
      line.latest(`${valuation.id}-copy-without-closing`, date, { after: ['will-not-close'] });
    }
  }
}

/** Whether the three days are waived for all valuations: in time, and not where the law forbids it. */
function waiverHolds(facts: ValuationFacts, copyBy: CalendarDate | undefined, line: Timeline): boolean {
  if (facts.waivedOn === undefined) return false;
  if (facts.isWaiverProhibited) {
    line.breach('waiver', 'the law forbids to waive these copies', '1002.14(a)(1)');
    return false;
  }
  const isClerical = facts.valuations.length > 0 && facts.valuations.every((each) => each.isClericalRevision);
  if (copyBy === undefined || facts.waivedOn <= copyBy || isClerical) return true;
  line.breach('waiver', 'obtained less than three business days before', 'comment 14(a)(1)-6.i');
  return false;
}

type Valuation = ValuationFacts['valuations'][number];

function receivedOn({ id, sent, hasESignConsent }: Valuation, line: Timeline, counts: BusinessDayRule) {
  if (!sent) return undefined;
  if (sent.by === 'electronic' && !hasESignConsent) {
    line.breach(`${id}-copy`, 'sent electronically without consent: not provided', '1002.14(a)(5)');
    return undefined;
  }
  if (sent.by === 'hand') return sent.on;
  const delivered = addBusinessDays(sent.on, DELIVERY_DAYS, counts);
  return sent.receivedOn !== undefined && sent.receivedOn < delivered ? sent.receivedOn : delivered;
}

interface Copy {
  valuation: Valuation;
  received: CalendarDate | undefined;
  copyBy: CalendarDate;
  isWaived: boolean;
}

function dueBeforeClosing(
  { consummationOn }: ValuationFacts,
  { valuation, received, copyBy, isWaived }: Copy,
  line: Timeline,
): void {
  const by = isWaived ? (consummationOn ?? copyBy) : copyBy;
  const reason = isWaived
    ? 'at consummation: the three days are waived'
    : 'three business days before consummation';
  const id = `${valuation.id}-copy-by`;
  line.latest(id, { on: by, reason, citation: '1002.14(a)(1)' }, { before: 'consummation' });
  if (received && received > by) line.breach(id, `received after ${by}`, '1002.14(a)(1)');
  if (!received && valuation.completedOn > by) line.breach(id, `completed after ${by}`, '1002.14(a)(1)');
}
