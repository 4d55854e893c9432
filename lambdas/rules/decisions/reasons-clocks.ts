import { addDays } from '../../shared/calendar.ts';
import type { ApplicationFacts } from './application-facts.ts';
import type { Timeline } from '../trid/timeline.ts';

/** 1002.9(a)(2)(ii), calendar days after notification: the applicant's time to ask. */
const REQUEST_DAYS = 60;
/** 1002.9(a)(2)(ii), calendar days after the request: the creditor's time to answer. */
const STATEMENT_DAYS = 30;

/** Where the notice tells the right to reasons instead of the reasons: until when they can be asked, and are owed. */
export function reasonsClocks(facts: ApplicationFacts, line: Timeline): void {
  const { noticeSentOn, reasonsRequestedOn } = facts;
  if (facts.reasonsIn === 'notice' || noticeSentOn === undefined) return;
  const citation = '1002.9(a)(2)(ii)';
  const askBy = addDays(noticeSentOn, REQUEST_DAYS);
  const reason = '60 days of the notification';
  line.latest('request-for-reasons', { on: askBy, reason, citation }, { after: ['notice-sent'] });
  if (reasonsRequestedOn === undefined) return;
  const asked = 'reasons-requested';
  line.event(asked, reasonsRequestedOn, 'the applicant asked for the reasons', citation, ['notice-sent']);
  if (reasonsRequestedOn > askBy) return line.breach(asked, `asked after ${askBy}`, citation);
  const statement = {
    on: addDays(reasonsRequestedOn, STATEMENT_DAYS),
    reason: '30 days of the request',
    citation,
  };
  line.latest('statement-of-reasons', statement, { after: [asked] });
}
