import { Timeline } from '../trid/timeline.ts';
import { addDays, addMonths } from '../../shared/calendar.ts';
import { counterofferClocks, incompleteClocks } from './action-notice-clocks.ts';
import { reasonsClocks } from './reasons-clocks.ts';
import type { ApplicationFacts } from './application-facts.ts';
import type { Breach, TimelineEntry } from '../trid/timeline.ts';
import type { Finding } from './finding.ts';

/** 1002.9(a)(1)(i), calendar days after a completed application is received. */
const DECISION_DAYS = 30;
/** 1002.9(e), calendar days after applying. */
const INQUIRY_DAYS = 30;
/** 1002.12(b)(1) and (3), months; 60 days for a large business that asks for nothing (b)(5) are not made use of. */
const RECORD_MONTHS = { consumer: 25, business: 12 } as const;
/** 1002.9(d). */
const SMALL_VOLUME = 150;

export interface ActionNotice extends Finding {
  /** `none`: nothing is owed as the facts stand. */
  due: 'approval' | 'counteroffer' | 'adverse-action' | 'action-or-incompleteness' | 'decision' | 'none';
  /** 1002.9(d): a creditor of at most 150 applications may tell it. */
  mayBeOral: boolean;
  dates: readonly TimelineEntry[];
  /** What is late or does not count, in the order found. */
  breaches: readonly Breach[];
}

/** Which notice of 12 CFR 1002.9 an application is owed, and every date of it. */
export function actionNotice(facts: ApplicationFacts): ActionNotice {
  const line = new Timeline();
  line.event('application', facts.receivedOn, 'the application was received', '1002.2(f)');
  const released = releaseOf(facts, line);
  const owed = released ?? owedFor(facts, line);
  if (facts.noticeSentOn) {
    line.event('notice-sent', facts.noticeSentOn, 'delivered or mailed', 'comment 9-3', ['application']);
    breachOfDelay(facts.noticeSentOn, line);
  }
  if (!released) counterofferClocks(facts, line);
  if (owed.due === 'adverse-action' || facts.decision?.kind === 'counteroffer') reasonsClocks(facts, line);
  keepRecords(facts, line, owed.due === 'none');
  const mayBeOral = facts.applicationsLastYear !== undefined && facts.applicationsLastYear <= SMALL_VOLUME;
  return { ...owed, mayBeOral, dates: line.entries, breaches: line.breaches };
}

type Owed = Pick<ActionNotice, 'due' | 'reason' | 'citation'>;

/** What ends the duty to notify, whatever the decision. */
function releaseOf(facts: ApplicationFacts, line: Timeline): Owed | undefined {
  const { withdrawnOn, decision } = facts;
  if (withdrawnOn && !(decision && decision.on <= withdrawnOn)) {
    line.event('withdrawn', withdrawnOn, 'the applicant expressly withdrew', 'comment 9-2', ['application']);
    return { due: 'none', reason: 'the applicant expressly withdrew', citation: 'comment 9-2' };
  }
  if (facts.tookCreditElsewhere)
    return { due: 'none', reason: 'the applicant took credit of another creditor', citation: '1002.9(g)' };
  if (decision?.kind !== 'approved' || !decision.expectsInquiry) return undefined;
  const lastDay = addDays(facts.receivedOn, INQUIRY_DAYS);
  if (decision.inquiredOn && decision.inquiredOn <= lastDay) return undefined;
  const reason = 'approved, and no inquiry within 30 days after applying: may be treated as withdrawn';
  line.earliest('treated-as-withdrawn', { on: addDays(lastDay, 1), reason, citation: '1002.9(e)' }, [
    'application',
  ]);
  return undefined;
}

function owedFor(facts: ApplicationFacts, line: Timeline): Owed {
  const { completedOn, decision } = facts;
  if (completedOn === undefined) return incompleteClocks(facts, line);
  line.event('completed', completedOn, 'all that is considered was obtained', 'comment 9(a)(1)-1', [
    'application',
  ]);
  const notice = facts.incompletenessNotice;
  if (notice && completedOn > notice.respondBy && !decision)
    return {
      due: 'none',
      reason: 'completed after the period that the notice gave: a new application may be required',
      citation: 'comment 9(c)(2)-1',
    };
  const reason = '30 days after the completed application was received';
  const date = { on: addDays(completedOn, DECISION_DAYS), reason, citation: '1002.9(a)(1)(i)' };
  line.latest('notice-of-action', date, { after: ['completed'] });
  if (decision?.kind === 'approved')
    return { due: 'approval', reason: 'express, or by giving the credit', citation: 'comment 9(a)(1)-2' };
  const due = decision ? (decision.kind === 'denied' ? 'adverse-action' : 'counteroffer') : 'decision';
  return { due, reason, citation: '1002.9(a)(1)(i)' };
}

function breachOfDelay(sentOn: string, line: Timeline): void {
  const deadlines = line.entries.filter(({ bound, id }) => bound === 'latest' && id.startsWith('notice-of-'));
  for (const { on, citation, id } of deadlines)
    if (sentOn > on) line.breach(id, `sent after ${on}`, citation);
}

/** From the last notice of action or of incompleteness; from receipt where none is owed; not yet while one is. */
function keepRecords(facts: ApplicationFacts, line: Timeline, isNoneOwed: boolean): void {
  const months = RECORD_MONTHS[facts.isBusinessCredit ? 'business' : 'consumer'];
  const { noticeSentOn, incompletenessNotice: incomplete } = facts;
  if (!noticeSentOn && !incomplete && !isNoneOwed) return;
  if (incomplete && line.on('incompleteness-notice') === undefined)
    line.event('incompleteness-notice', incomplete.sentOn, 'notice of incompleteness', '1002.9(c)(2)', [
      'application',
    ]);
  const [from, id, citation] = noticeSentOn
    ? ([noticeSentOn, 'notice-sent', '1002.12(b)(1)'] as const)
    : incomplete
      ? ([incomplete.sentOn, 'incompleteness-notice', '1002.12(b)(1)'] as const)
      : ([facts.receivedOn, 'application', '1002.12(b)(3)'] as const);
  const reason = `records are kept for ${months} months, longer under investigation`;
  line.earliest('records-destroyed', { on: addMonths(from, months), reason, citation }, [id]);
}
