import { Timeline } from './timeline.ts';
import { TridFactsSchema } from './trid-facts.ts';
import {
  consummationAfterDisclosure,
  disclosureInPersonBy,
  disclosureSentBy,
  inspectionDay,
} from './closing-disclosure-clock.ts';
import { consummationAfterEstimate, loanEstimateDue, loanEstimateDueFor } from './loan-estimate-clock.ts';
import { estimateExpires } from './estimate-expiry.ts';
import { feesFrom } from './fee-bar.ts';
import { judgeChange } from './new-waiting-period.ts';
import { judgeWaiver } from './waiver.ts';
import { receiptOf } from './receipt.ts';
import { regZGeneralDays } from '../../shared/business-days.ts';
import { revisionClocks } from './revision-clocks.ts';
import type { Breach, TimelineEntry } from './timeline.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Delivery, DisclosureKind } from './receipt.ts';
import type { TridFacts, TridFactsInput } from './trid-facts.ts';
import type { Waiver, WaiverJudgement } from './waiver.ts';

export interface TridClocks {
  dates: readonly TimelineEntry[];
  /** What is late, missing or without effect, in the order found. */
  breaches: readonly Breach[];
  /** The first day the loan may close as things stand; absent until both disclosures are received. */
  earliestConsummationOn?: CalendarDate;
}

/** Every date of 12 CFR 1026.19(e) and (f) that the facts decide, with its reason and citation. */
export function tridClocks(input: TridFactsInput): TridClocks {
  const facts = TridFactsSchema.parse(input);
  const line = new Timeline();
  line.event('application', facts.applicationOn, 'the application was received', '1026.2(a)(3)(ii)');
  const floors = [
    ...estimateClocks(facts, line),
    ...revisionClocks(facts, line),
    ...closingClocks(facts, line),
  ];
  if (facts.consummationOn) scheduledClocks(facts.consummationOn, facts, line);
  const hasBoth = line.on('loan-estimate-received') && line.on('closing-disclosure-received');
  const earliest = floors.toSorted((a, b) => (a < b ? -1 : 1)).at(-1);
  if (!hasBoth || !earliest) return { dates: line.entries, breaches: line.breaches };
  const after = line.entries.map(({ id }) => id).filter((id) => /^consummation-after-|-received$/.test(id));
  const reason = 'the last of all waiting periods';
  line.earliest('consummation', { on: earliest, reason, citation: '1026.19(e)(1)(iii), (f)(1)(ii)' }, after);
  if (facts.consummationOn && facts.consummationOn < earliest)
    line.breach('consummation', `the loan may not close before ${earliest}`, '1026.19(f)(1)(ii)');
  return { dates: line.entries, breaches: line.breaches, earliestConsummationOn: earliest };
}

/** Returns the first days of closing that follow from the Loan Estimate. */
function estimateClocks(facts: TridFacts, line: Timeline): CalendarDate[] {
  const officeDays = regZGeneralDays(facts.office);
  const due = loanEstimateDue(facts.applicationOn, officeDays);
  line.latest('loan-estimate-due', due, { after: ['application'] });
  const delivery = facts.loanEstimate;
  if (!delivery) return [];
  const receivedOn = received(line, 'loan-estimate', 'loan-estimate', delivery);
  if (delivery.sentOn > due.on) line.breach('loan-estimate-due', `sent after ${due.on}`, due.citation);
  if (!receivedOn) return [];
  const expires = estimateExpires(delivery.sentOn, officeDays, facts.estimateValidDays);
  line.latest('estimate-expires', expires, { after: ['loan-estimate-sent'] });
  feeClock(facts, line, receivedOn);
  if (facts.isTimeshare) return [receivedOn];
  const wait = consummationAfterEstimate(delivery.sentOn);
  if (isWaived(line, facts.estimateWaiver, receivedOn, '1026.19(e)(1)(v)')) return [receivedOn];
  line.earliest('consummation-after-estimate', wait, ['loan-estimate-sent']);
  return [wait.on];
}

function feeClock({ intentToProceedOn }: TridFacts, line: Timeline, receivedOn: CalendarDate): void {
  if (!intentToProceedOn) return;
  const fees = feesFrom(receivedOn, intentToProceedOn);
  if (fees) line.earliest('fees', fees, ['loan-estimate-received']);
  else line.breach('fees', 'intent to proceed came before the Loan Estimate', '1026.19(e)(2)(i)(A)');
}

/** The same for the Closing Disclosure and each correction of it. */
function closingClocks(facts: TridFacts, line: Timeline): CalendarDate[] {
  if (!facts.closingDisclosure) return [];
  const floors = [...waitAfter(facts, line, 'closing-disclosure', facts.closingDisclosure, true)];
  for (const [index, { change, delivery }] of facts.corrections.entries()) {
    const { needsNewWait } = judgeChange(change);
    const id = `correction-${index + 1}`;
    floors.push(...waitAfter(facts, line, id, delivery, needsNewWait));
  }
  return floors;
}

function waitAfter(
  facts: TridFacts,
  line: Timeline,
  id: string,
  delivery: Delivery,
  waits: boolean,
): CalendarDate[] {
  const receivedOn = received(line, id, 'closing-disclosure', delivery);
  if (!receivedOn) return [];
  if (!waits || facts.isTimeshare) return [receivedOn];
  if (isWaived(line, facts.disclosureWaiver, receivedOn, '1026.19(f)(1)(iv)')) return [receivedOn];
  const wait = consummationAfterDisclosure(receivedOn, id !== 'closing-disclosure');
  line.earliest(`consummation-after-${id}`, wait, [`${id}-received`]);
  return [wait.on];
}

function received(
  line: Timeline,
  id: string,
  kind: DisclosureKind,
  delivery: Delivery,
): CalendarDate | undefined {
  const receipt = receiptOf(delivery, kind);
  if (receipt.kind === 'not-delivered') {
    line.breach(id, receipt.reason, receipt.citation);
    return undefined;
  }
  line.event(`${id}-sent`, delivery.sentOn, `sent: ${delivery.method}`, receipt.citation);
  line.event(`${id}-received`, receipt.on, receipt.reason, receipt.citation, [`${id}-sent`]);
  return receipt.on;
}

/** A waiver that came before a later disclosure has no force on that one's wait. */
function isWaived(
  line: Timeline,
  waiver: Waiver | undefined,
  receivedOn: CalendarDate,
  citation: WaiverJudgement['citation'],
): boolean {
  if (!waiver) return false;
  const { isValid, defects } = judgeWaiver(waiver, receivedOn, citation);
  if (!isValid) line.breach('waiver', defects.join('; '), citation);
  return isValid;
}

/** The last days that a scheduled closing leaves. */
function scheduledClocks(consummationOn: CalendarDate, facts: TridFacts, line: Timeline): void {
  line.event('scheduled-consummation', consummationOn, 'as scheduled', '1026.2(a)(13)');
  if (facts.isTimeshare) return;
  const before = { before: 'scheduled-consummation' };
  line.latest('loan-estimate-before-closing', loanEstimateDueFor(consummationOn), before);
  line.latest('closing-disclosure-in-person', disclosureInPersonBy(consummationOn), before);
  line.latest('closing-disclosure-by-mail', disclosureSentBy(consummationOn), before);
  line.latest('inspection-day', inspectionDay(consummationOn, regZGeneralDays(facts.office)), before);
}
