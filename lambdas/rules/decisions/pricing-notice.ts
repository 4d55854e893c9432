import * as z from 'zod';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';
import { PricingExceptionFactsSchema, pricingException } from './pricing-exceptions.ts';
import { PricingMethodSchema, comparePricing } from './pricing-comparison.ts';
import { Timeline } from '../trid/timeline.ts';
import { addDays } from '../../shared/calendar.ts';
import { pricingContents } from './pricing-contents.ts';
import type { Finding } from './finding.ts';
import type { PricingContents } from './pricing-contents.ts';
import type { PricingComparison } from './pricing-comparison.ts';
import type { PricingException } from './pricing-exceptions.ts';
import type { TimelineEntry } from '../trid/timeline.ts';

/** 1022.73(c)(1)(iii), calendar days after the effective date of an increase that was not told before. */
const INCREASE_DAYS = 5;

/** A grant of credit to a consumer, as far as risk-based pricing asks about it. */
export const PricingFactsSchema = z.strictObject({
  /** Primarily for personal, family or household purposes. */
  isConsumerCredit: z.boolean(),
  /** Whether the terms rest in whole or in part on a consumer report. */
  usedConsumerReport: z.boolean(),
  /** Whether a credit score was used in setting the terms. */
  usedScore: z.boolean().default(true),
  /** 1022.75(b): the creditor to whom the obligation is initially payable gives the notice. */
  isInitialCreditor: z.boolean().default(true),
  method: PricingMethodSchema,
  exceptions: PricingExceptionFactsSchema,
  scoreObtainedOn: CalendarDateSchema.optional(),
  /** When the decision to approve was told to the consumer. */
  decisionToldOn: CalendarDateSchema.optional(),
  /** Consummation, or the first transaction of an open-end plan. */
  consummationOn: CalendarDateSchema.optional(),
});
export type PricingFacts = z.output<typeof PricingFactsSchema>;

export interface PricingNotice extends Finding {
  isRequired: boolean;
  comparison?: PricingComparison;
  exception?: PricingException;
  /** What the notice says, where one is owed. */
  contents?: PricingContents;
  dates: readonly TimelineEntry[];
}

/** Whether a risk-based pricing notice is owed (12 CFR 1022.72), what relieves of it (.74), and when it is given (.73). */
export function pricingNotice(facts: PricingFacts): PricingNotice {
  const dates = datesOf(facts);
  const scope = outsideScope(facts);
  if (scope) return { isRequired: false, ...scope, dates };
  const comparison = comparePricing(facts.method);
  const exception = pricingException(facts.exceptions, facts.consummationOn);
  if (exception)
    return {
      isRequired: false,
      reason: exception.reason,
      citation: exception.citation,
      comparison,
      exception,
      dates,
    };
  return {
    isRequired: comparison.isLessFavorable,
    reason: comparison.reason,
    citation: comparison.citation,
    comparison,
    ...(comparison.isLessFavorable
      ? { contents: pricingContents('risk-based-pricing', facts.usedScore) }
      : {}),
    dates,
  };
}

function outsideScope(facts: PricingFacts): Finding | undefined {
  if (!facts.isConsumerCredit)
    return { reason: 'not primarily for personal, family or household purposes', citation: '1022.70(a)' };
  if (!facts.usedConsumerReport)
    return { reason: 'no consumer report was used to set the terms', citation: '1022.72(a)(1)' };
  if (!facts.isInitialCreditor)
    return { reason: 'a purchaser or assignee owes no notice', citation: '1022.75(b)(2)' };
  return undefined;
}

/** The span of each notice: not before what it depends on, not after the last day. */
function datesOf(facts: PricingFacts): readonly TimelineEntry[] {
  const line = new Timeline();
  const { scoreObtainedOn, decisionToldOn, consummationOn } = facts;
  const isHome = facts.exceptions.isSecuredByOneToFourUnits;
  const atLast = (id: string, reason: string, citation: string, days: number): void => {
    if (consummationOn)
      line.latest(id, { on: addDays(consummationOn, days), reason, citation }, { before: 'consummation' });
  };
  if (scoreObtainedOn)
    line.event('score-obtained', scoreObtainedOn, 'the score was obtained', '15 USC 1681g(g)');
  if (decisionToldOn) line.event('decision-told', decisionToldOn, 'the approval was told', '1022.73(c)(1)');
  if (consummationOn) line.event('consummation', consummationOn, 'consummation', '1022.73(c)(1)');
  if (scoreObtainedOn) {
    const reason = 'as soon as reasonably practicable after the score is obtained';
    const citation = isHome ? '15 USC 1681g(g)(1), 1022.74(d)(3)' : '1022.74(e)(3)';
    line.earliest('score-notice', { on: scoreObtainedOn, reason, citation }, ['score-obtained']);
  }
  atLast('score-notice-by', 'at or before consummation', isHome ? '1022.74(d)(3)' : '1022.74(e)(3)', 0);
  if (decisionToldOn) {
    const reason = 'not before the decision to approve is told';
    line.earliest('pricing-notice', { on: decisionToldOn, reason, citation: '1022.73(c)(1)(i)' }, [
      'decision-told',
    ]);
  }
  atLast(
    'pricing-notice-by',
    'before consummation: the day itself is left to the clock',
    '1022.73(c)(1)(i)',
    0,
  );
  return line.entries;
}

export const AccountReviewSchema = z.strictObject({
  usedConsumerReport: z.boolean(),
  raisedApr: z.boolean(),
  usedScore: z.boolean().default(true),
  adverseActionNoticeGiven: z.boolean().default(false),
  /** When the consumer was told of the increase; only before the day it took effect is it told before. */
  toldOn: CalendarDateSchema.optional(),
  effectiveOn: CalendarDateSchema,
});
export type AccountReview = z.output<typeof AccountReviewSchema>;

export interface AccountReviewNotice extends Finding {
  isRequired: boolean;
  by?: string;
  contents?: PricingContents;
}

/** The notice owed when a review of an account, based on a report, raises its APR (1022.72(d)). */
export function accountReviewNotice(review: AccountReview): AccountReviewNotice {
  if (!review.usedConsumerReport || !review.raisedApr)
    return {
      isRequired: false,
      reason: 'no APR was raised because of a consumer report',
      citation: '1022.72(d)',
    };
  if (review.adverseActionNoticeGiven)
    return { isRequired: false, reason: 'a notice under 15 USC 1681m(a) is given', citation: '1022.74(b)' };
  const isTold = review.toldOn !== undefined && review.toldOn < review.effectiveOn;
  return {
    isRequired: true,
    by: isTold ? review.toldOn : addDays(review.effectiveOn, INCREASE_DAYS),
    reason: isTold
      ? 'when the decision to raise the APR is told'
      : 'five days after the increase took effect, as it was not told before',
    citation: '1022.73(c)(1)(iii)',
    contents: pricingContents('account-review', review.usedScore),
  };
}
