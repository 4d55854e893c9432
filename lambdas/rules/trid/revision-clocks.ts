import { receiptOf } from './receipt.ts';
import { regZGeneralDays } from '../../shared/business-days.ts';
import {
  consummationAfterRevision,
  revisedEstimateDue,
  revisedEstimateMailedBy,
  revisedEstimateReceivedBy,
} from './revised-estimate-clock.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Timeline } from './timeline.ts';
import type { TridFacts } from './trid-facts.ts';

/** The dates of each revision, and the first days of closing that follow from revised Loan Estimates, of timeshares too. */
export function revisionClocks(facts: TridFacts, line: Timeline): CalendarDate[] {
  const officeDays = regZGeneralDays(facts.office);
  const floors: CalendarDate[] = [];
  if (facts.revisions.length > 0 && facts.consummationOn) {
    const before = { before: 'scheduled-consummation' };
    line.latest('revised-estimate-last-receipt', revisedEstimateReceivedBy(facts.consummationOn), before);
    line.latest('revised-estimate-by-mail', revisedEstimateMailedBy(facts.consummationOn), before);
  }
  for (const [index, { informedOn, loanEstimate }] of facts.revisions.entries()) {
    const id = `revision-${index + 1}`;
    line.event(`${id}-informed`, informedOn, 'the reason for revision was established', '1026.19(e)(3)(iv)');
    const due = revisedEstimateDue(informedOn, officeDays);
    line.latest(`${id}-due`, due, { after: [`${id}-informed`] });
    if (!loanEstimate) continue;
    if (loanEstimate.sentOn > due.on) line.breach(`${id}-due`, `provided after ${due.on}`, due.citation);
    if (facts.closingDisclosure && loanEstimate.sentOn >= facts.closingDisclosure.sentOn) {
      const reason = 'a revised Loan Estimate on or after the day of the Closing Disclosure';
      line.breach(id, reason, '1026.19(e)(4)(ii)');
    }
    const receipt = receiptOf(loanEstimate, 'revised-loan-estimate');
    if (receipt.kind === 'not-delivered') {
      line.breach(id, receipt.reason, receipt.citation);
      continue;
    }
    line.event(`${id}-sent`, loanEstimate.sentOn, `sent: ${loanEstimate.method}`, receipt.citation);
    line.event(`${id}-received`, receipt.on, receipt.reason, receipt.citation, [`${id}-sent`]);
    const wait = consummationAfterRevision(receipt.on);
    line.earliest(`consummation-after-${id}`, wait, [`${id}-received`]);
    floors.push(wait.on);
  }
  return floors;
}
