import * as z from 'zod';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';
import { addBusinessDays, regXServicingDay } from '../../shared/business-days.ts';
import { addDays, daysBetween } from '../../shared/calendar.ts';
import { protectionsOf } from './sale-protections.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { ClockDate } from '../trid/clock-date.ts';
import type { SaleProtections } from './sale-protections.ts';

/** 1024.41(b)(2)(i)(B) and (c)(3)(i), without Saturdays, Sundays and legal public holidays. */
const ACKNOWLEDGE_DAYS = 5;
/** 1024.41(b)(1): an application so long before a sale is reviewed and acknowledged. */
const REVIEW_BEFORE_SALE_DAYS = 45;
/** 1024.41(c)(1), calendar days. */
const EVALUATE_DAYS = 30;
/** Comment 41(b)(2)(ii)-1 and -2. */
const REASONABLE_DAYS = 30;
const LEAST_REASONABLE_DAYS = 7;
/** 1024.41(f)(1)(i): delinquent for more than this. */
const REFERRAL_AFTER_DAYS = 120;

export const LossMitigationFactsSchema = z.strictObject({
  /** When a loss mitigation application came, complete or not. */
  receivedOn: CalendarDateSchema,
  completeOn: CalendarDateSchema.optional(),
  /** When all that had been asked for was there, if more was asked for later: it fixes the rights of (d) to (h). */
  faciallyCompleteOn: CalendarDateSchema.optional(),
  /** The due date of the oldest unpaid instalment. */
  delinquentSinceOn: CalendarDateSchema.optional(),
  saleOn: CalendarDateSchema.optional(),
  /** When the acknowledgement went out, from which the reasonable date is counted. */
  acknowledgedOn: CalendarDateSchema.optional(),
  /** When documents on hand become stale or invalid. */
  documentsStaleOn: CalendarDateSchema.optional(),
  /** When the offer or denial was provided. */
  determinationOn: CalendarDateSchema.optional(),
  isLoanModificationDenied: z.boolean().default(false),
  appealedOn: CalendarDateSchema.optional(),
  appealDecisionOn: CalendarDateSchema.optional(),
  isSmallServicer: z.boolean().default(false),
  isPrincipalResidence: z.boolean().default(true),
  /** A prior complete application was handled in full, and the borrower has been delinquent ever since. */
  isDuplicative: z.boolean().default(false),
  /** The first filing was made before the application was complete. */
  referredOn: CalendarDateSchema.optional(),
});
export type LossMitigationFacts = z.input<typeof LossMitigationFactsSchema>;
type Facts = z.output<typeof LossMitigationFactsSchema>;

export interface LossMitigationDates {
  /** Why the procedures of 1024.41 do not apply, but for the 120 days. */
  exemption?: { reason: string; citation: string };
  acknowledgeBy?: ClockDate;
  /** By when the borrower should complete the application. */
  reasonableDate?: ClockDate;
  noticeOfCompleteBy?: ClockDate;
  evaluateBy?: ClockDate;
  /** The first day for the first notice or filing of a foreclosure. */
  referralFrom?: ClockDate;
  protections?: SaleProtections;
  acceptBy?: ClockDate;
  appealBy?: ClockDate;
  appealDecisionBy?: ClockDate;
  acceptAfterAppealBy?: ClockDate;
}

/** Every date of 1024.41 that the facts decide, each with its reason and citation. */
export function lossMitigationDates(input: LossMitigationFacts): LossMitigationDates {
  const facts = LossMitigationFactsSchema.parse(input);
  const exemption = exemptionOf(facts);
  const referral = facts.delinquentSinceOn ? { referralFrom: referralFrom(facts.delinquentSinceOn) } : {};
  if (exemption) return { exemption, ...(facts.isPrincipalResidence ? referral : {}) };
  return {
    ...intake(facts),
    ...referral,
    ...(facts.completeOn ? afterCompletion(facts, facts.completeOn) : {}),
  };
}

function exemptionOf(facts: Facts): LossMitigationDates['exemption'] {
  if (!facts.isPrincipalResidence)
    return { reason: 'not the borrower’s principal residence', citation: '1024.30(c)(2)' };
  if (facts.isSmallServicer)
    return { reason: 'a small servicer: only the 120 days hold', citation: '1024.41(j)' };
  if (facts.isDuplicative)
    return {
      reason: 'a complete application was handled before in the same delinquency',
      citation: '1024.41(i)',
    };
  return undefined;
}

/** Days before the sale; without one every day is early enough (41(b)(3)). */
export const daysToSale = (on: CalendarDate, saleOn: CalendarDate | undefined): number =>
  saleOn ? daysBetween(on, saleOn) : Number.POSITIVE_INFINITY;

function intake(facts: Facts): Partial<LossMitigationDates> {
  const { receivedOn, saleOn, acknowledgedOn } = facts;
  if (daysToSale(receivedOn, saleOn) < REVIEW_BEFORE_SALE_DAYS) return {};
  const acknowledgeBy = {
    on: addBusinessDays(receivedOn, ACKNOWLEDGE_DAYS, regXServicingDay),
    reason: 'five days after receipt, without Saturdays, Sundays and legal public holidays',
    citation: '1024.41(b)(2)(i)(B)',
  };
  return {
    acknowledgeBy,
    ...(acknowledgedOn ? { reasonableDate: reasonableDate(facts, acknowledgedOn) } : {}),
  };
}

/** Thirty days, or the nearest milestone before that; a week at the least (comments 41(b)(2)(ii)-1, -2). */
function reasonableDate(facts: Facts, noticeOn: CalendarDate): ClockDate {
  const { documentsStaleOn, delinquentSinceOn, saleOn } = facts;
  const usual = addDays(noticeOn, REASONABLE_DAYS);
  const milestones: (readonly [CalendarDate | undefined, string])[] = [
    [documentsStaleOn, 'documents become stale'],
    [delinquentSinceOn && addDays(delinquentSinceOn, REFERRAL_AFTER_DAYS), 'the 120th day of delinquency'],
    [saleOn && addDays(saleOn, -90), '90 days before the sale'],
    [saleOn && addDays(saleOn, -38), '38 days before the sale'],
  ];
  const citation = '1024.41(b)(2)(ii)';
  let found: ClockDate = { on: usual, reason: '30 days after the notice', citation };
  for (const [on, reason] of milestones)
    if (on && on > noticeOn && on < found.on) found = { on, reason, citation };
  const least = addDays(noticeOn, LEAST_REASONABLE_DAYS);
  return found.on < least
    ? { on: least, reason: 'never less than seven days after the notice', citation }
    : found;
}

function afterCompletion(facts: Facts, completeOn: CalendarDate): Partial<LossMitigationDates> {
  const protections = protectionsOf(facts.faciallyCompleteOn ?? completeOn, facts);
  const noticeOfCompleteBy = {
    on: addBusinessDays(completeOn, ACKNOWLEDGE_DAYS, regXServicingDay),
    reason: 'five days after a complete application, without Saturdays, Sundays and legal public holidays',
    citation: '1024.41(c)(3)(i)',
  };
  if (!protections.mustEvaluate) return { protections };
  const evaluateBy = {
    on: addDays(completeOn, EVALUATE_DAYS),
    reason: '30 days after a complete application',
    citation: '1024.41(c)(1)',
  };
  return { noticeOfCompleteBy, evaluateBy, protections, ...answerDates(facts, protections) };
}

function answerDates(facts: Facts, protections: SaleProtections): Partial<LossMitigationDates> {
  const { determinationOn, appealedOn, appealDecisionOn, isLoanModificationDenied } = facts;
  const { acceptDays, mayAppeal } = protections;
  const after = (on: CalendarDate, days: number, reason: string, citation: string): ClockDate => ({
    on: addDays(on, days),
    reason: `${days} days after ${reason}`,
    citation,
  });
  const appealBy =
    determinationOn && mayAppeal && isLoanModificationDenied
      ? after(determinationOn, 14, 'the offer or denial', '1024.41(h)(2)')
      : undefined;
  const isTimely = appealedOn !== undefined && appealBy !== undefined && appealedOn <= appealBy.on;
  return {
    ...(determinationOn && acceptDays
      ? { acceptBy: after(determinationOn, acceptDays, 'the offer', '1024.41(e)(1)') }
      : {}),
    ...(appealBy ? { appealBy } : {}),
    ...(isTimely ? { appealDecisionBy: after(appealedOn, 30, 'the appeal', '1024.41(h)(4)') } : {}),
    ...(isTimely && appealDecisionOn
      ? { acceptAfterAppealBy: after(appealDecisionOn, 14, 'the answer to the appeal', '1024.41(h)(4)') }
      : {}),
  };
}

const referralFrom = (delinquentSinceOn: CalendarDate): ClockDate => ({
  on: addDays(delinquentSinceOn, REFERRAL_AFTER_DAYS + 1),
  reason:
    'more than 120 days delinquent; sooner only on a due-on-sale clause or to join another’s foreclosure',
  citation: '1024.41(f)(1)',
});
