import { addDays } from '../../shared/calendar.ts';
import { defectsOf } from './incompleteness-notice.ts';
import type { ActionNotice } from './action-notice.ts';
import type { ApplicationFacts } from './application-facts.ts';
import type { Timeline } from '../trid/timeline.ts';

/** 1002.9(c)(1), calendar days after an incomplete application is received. */
const INCOMPLETE_DAYS = 30;
/** 1002.9(a)(1)(ii), calendar days after adverse action on an incomplete application. */
const INCOMPLETE_DENIAL_DAYS = 30;
/** 1002.9(a)(1)(iv), calendar days after notice of a counteroffer. */
const COUNTEROFFER_DAYS = 90;

type Owed = Pick<ActionNotice, 'due' | 'reason' | 'citation'>;

/** The clocks of an application that lacks something. */
export function incompleteClocks(facts: ApplicationFacts, line: Timeline): Owed {
  const isAnswered = incompletenessAnswered(facts, line);
  if (facts.decision?.kind === 'denied') {
    const { on } = facts.decision;
    line.event('adverse-action', on, 'adverse action on an incomplete application', '1002.9(a)(1)(ii)', [
      'application',
    ]);
    const reason = '30 days after adverse action on an incomplete application';
    const date = { on: addDays(on, INCOMPLETE_DENIAL_DAYS), reason, citation: '1002.9(a)(1)(ii)' };
    line.latest('notice-of-adverse-action', date, { after: ['adverse-action'] });
    alternatives(facts, line, isAnswered);
    return { due: 'adverse-action', reason, citation: '1002.9(a)(1)(ii)' };
  }
  if (facts.decision) {
    alternatives(facts, line, isAnswered);
    return {
      due: facts.decision.kind === 'approved' ? 'approval' : 'counteroffer',
      reason: 'there was enough for a decision, though something was missing',
      citation: 'comment 9(a)(1)-4',
    };
  }
  if (isAnswered)
    return {
      due: 'none',
      reason: 'a notice of incompleteness was given: nothing more unless it is answered in time',
      citation: '1002.9(c)(2)',
    };
  if (alternatives(facts, line, isAnswered))
    return {
      due: 'action-or-incompleteness',
      reason: '30 days after an incomplete application was received',
      citation: '1002.9(c)(1)',
    };
  return {
    due: 'none',
    reason: 'what is missing is not for the applicant to give: the application is not complete yet',
    citation: '1002.2(f)',
  };
}

/** 1002.9(c)(1): action or a notice of incompleteness, where the applicant can complete it; not for preapprovals. */
function alternatives(facts: ApplicationFacts, line: Timeline, isAnswered: boolean): boolean {
  if (isAnswered || !facts.canApplicantComplete || facts.isPreapproval) return false;
  const reason = '30 days after an incomplete application was received';
  const date = { on: addDays(facts.receivedOn, INCOMPLETE_DAYS), reason, citation: '1002.9(c)(1)' };
  line.latest('notice-of-action-or-incompleteness', date, { after: ['application'] });
  return true;
}

/** Whether a notice of incompleteness was given that does what 1002.9(c)(2) asks of it, in time. */
function incompletenessAnswered(facts: ApplicationFacts, line: Timeline): boolean {
  const notice = facts.incompletenessNotice;
  if (!notice) return false;
  const id = 'incompleteness-notice';
  line.event(id, notice.sentOn, 'notice of incompleteness', '1002.9(c)(2)', ['application']);
  const defects = defectsOf(notice);
  for (const defect of defects) line.breach(id, defect, '1002.9(c)(2)');
  const last = addDays(facts.receivedOn, INCOMPLETE_DAYS);
  if (notice.sentOn > last) line.breach(id, `sent after ${last}`, '1002.9(c)(1)');
  if (defects.length > 0) return false;
  const reason = 'the period that the notice gives the applicant';
  line.latest(
    'applicant-response',
    { on: notice.respondBy, reason, citation: '1002.9(c)(2)' },
    { after: [id] },
  );
  return true;
}

/** A counteroffer that is not accepted becomes adverse action, told within 90 days of it. */
export function counterofferClocks({ decision, noticeSentOn }: ApplicationFacts, line: Timeline): void {
  if (decision?.kind !== 'counteroffer' || noticeSentOn === undefined) return;
  if (decision.acceptedOn !== undefined || decision.isCombinedWithAdverseAction) return;
  const reason = '90 days after notice of a counteroffer that is not accepted or used';
  const date = { on: addDays(noticeSentOn, COUNTEROFFER_DAYS), reason, citation: '1002.9(a)(1)(iv)' };
  line.latest('adverse-action-after-counteroffer', date, { after: ['notice-sent'] });
}
