import * as z from 'zod';
import { AdjustmentFactsSchema } from './adjustment-facts.ts';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';
import { addBusinessDays, regZGeneralDays, weekdayOffice } from '../../shared/business-days.ts';
import { addMonths, daysBetween } from '../../shared/calendar.ts';
import { adjustmentOf } from './adjustment.ts';
import { adjustmentWindow, initialWindow } from './notice-window.ts';
import { cents } from '../../shared/money.ts';
import { ppm } from '../../shared/rate.ts';
import type { Adjustment, Allocation } from './adjustment.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Cents } from '../../shared/money.ts';
import type { NoticeWindow } from './notice-window.ts';
import type { Ppm } from '../../shared/rate.ts';

/** 1026.20(d)(2): an estimate rests on an index figure no older. */
const ESTIMATE_BUSINESS_DAYS = 15;
/** July and August, or December and January: two months in a row may have 62 days. */
const LONGEST_MONTH_DAYS = 31;

export const ArmNoticeInputSchema = z.strictObject({
  notice: z.enum(['adjustment', 'initial']),
  adjustment: AdjustmentFactsSchema,
  consummationOn: CalendarDateSchema,
  termMonths: z.int().min(1).max(600),
  /** The date on the notice: figures published by then are known. */
  noticeOn: CalendarDateSchema,
  wasEstimatedAtConsummation: z.boolean().default(true),
  /** The servicer collects a debt under the FDCPA and the consumer told it to cease, FDCPA 805(c). */
  hasCeaseNotice: z.boolean().default(false),
});
export type ArmNoticeInput = z.input<typeof ArmNoticeInputSchema>;
type Input = z.output<typeof ArmNoticeInputSchema>;

/** A row of the table: before and after. */
interface BeforeAndAfter<T> {
  current: T;
  new: T;
}

export interface ArmNotice {
  window: NoticeWindow;
  /** Given inside its window, or on the day that stands for it; of a change of payment with the rate that is to apply. */
  isTimely: boolean;
  date: CalendarDate;
  changeOn: CalendarDate;
  nextChangeOn: CalendarDate;
  firstPaymentOn: CalendarDate;
  ratePpm: BeforeAndAfter<Ppm>;
  /** With escrow, where it is paid with them. */
  paymentCents: BeforeAndAfter<Cents>;
  /** Of interest-only and negative amortization payments: the last before the notice, and the first at the new rate. */
  allocation?: BeforeAndAfter<Allocation & { escrowCents: Cents }>;
  isEstimate: boolean;
  index: { name: string; source?: string; valuePpm: Ppm; publishedOn: CalendarDate };
  marginPpm: Ppm;
  fullyIndexedPpm: Ppm;
  limits: { atThisChangePpm: Ppm; lifetimeMaximumPpm: Ppm; floorPpm: Ppm; boundBy: Adjustment['boundBy'] };
  /** Kept back by a limit now, which a later change may bring; 0 where the note has no carryover. */
  foregoneIncreasePpm: Ppm;
  /** From when it may be applied. */
  foregoneFromOn?: CalendarDate;
  expectedBalanceCents: Cents;
  remainingMonths: number;
  /** The payment does not cover the interest: what would pay the loan off in time. */
  amortizingPaymentCents?: Cents;
  prepaymentPenalty?: { untilOn: CalendarDate; mostCents: Cents };
  /** What the notice says in words, by its kind and what is true of the loan. */
  statements: readonly Statement[];
  citation: '1026.20(c)(2)' | '1026.20(d)(2)';
}

export type Statement =
  | 'rate-and-payment-change'
  | 'later-changes'
  | 'how-the-rate-is-found'
  | 'limits-and-foregone-increases'
  | 'how-the-payment-is-found'
  | 'payment-does-not-reduce-balance'
  | 'payment-does-not-cover-interest'
  | 'prepayment-penalty'
  | 'estimate'
  | 'telephone-number'
  | 'alternatives'
  | 'counselors';

/**
 * The data of a rate adjustment notice: of a change of payment (1026.20(c)) or of the first change of rate (1026.20(d)).
 * @throws invalid NoIndexValue when no figure was published in time; a ZodError when malformed
 */
export function armNotice(raw: ArmNoticeInput): ArmNotice {
  const input = ArmNoticeInputSchema.parse(raw);
  const { adjustment: facts, noticeOn } = input;
  const found = adjustmentOf(withFreshFigures(input), noticeOn);
  const window = windowOf(input, found);
  const { terms } = facts;
  const nextChangeOn = addMonths(facts.changeOn, facts.changeEveryMonths);
  const escrowCents = facts.escrowCents ?? cents(0);
  const foregoneIncreasePpm = facts.permitsCarryover ? found.foregoneIncreasePpm : ppm(0);
  return {
    window,
    isTimely: isTimely(input, found, window),
    date: noticeOn,
    changeOn: facts.changeOn,
    nextChangeOn,
    firstPaymentOn: found.firstPaymentOn,
    ratePpm: { current: facts.currentRatePpm, new: found.ratePpm },
    paymentCents: {
      current: cents(facts.currentPaymentCents + escrowCents),
      new: cents(found.newPaymentCents + escrowCents),
    },
    ...(isSplit(facts, found) ? { allocation: allocationOf(found, escrowCents) } : {}),
    isEstimate: found.isEstimate,
    index: {
      name: facts.indexName,
      ...(facts.indexSource ? { source: facts.indexSource } : {}),
      valuePpm: found.index.valuePpm,
      publishedOn: found.index.availableOn,
    },
    marginPpm: terms.marginPpm,
    fullyIndexedPpm: found.fullyIndexedPpm,
    limits: {
      atThisChangePpm: facts.changeNumber === 1 ? terms.firstCapPpm : terms.periodicCapPpm,
      lifetimeMaximumPpm: ppm(terms.initialRatePpm + terms.lifetimeCapPpm),
      floorPpm: terms.floorPpm ?? terms.marginPpm,
      boundBy: found.boundBy,
    },
    foregoneIncreasePpm,
    ...(foregoneIncreasePpm > 0 && found.boundBy !== 'lifetime-cap' ? { foregoneFromOn: nextChangeOn } : {}),
    expectedBalanceCents: facts.balanceCents,
    remainingMonths: facts.remainingMonths,
    ...(found.amortizingPaymentCents ? { amortizingPaymentCents: found.amortizingPaymentCents } : {}),
    ...(facts.prepaymentPenalty ? { prepaymentPenalty: facts.prepaymentPenalty } : {}),
    statements: statementsOf(input, found),
    citation: input.notice === 'initial' ? '1026.20(d)(2)' : '1026.20(c)(2)',
  };
}

const allocationOf = (found: Adjustment, escrowCents: Cents): NonNullable<ArmNotice['allocation']> => ({
  current: { ...found.currentAllocation, escrowCents },
  new: { ...found.newAllocation, escrowCents },
});

function windowOf(input: Input, { firstPaymentOn, newPaymentCents }: Adjustment): NoticeWindow {
  const { adjustment: facts, consummationOn, termMonths, wasEstimatedAtConsummation, hasCeaseNotice } = input;
  const notice = {
    consummationOn,
    firstPaymentAtNewLevelOn: firstPaymentOn,
    changeOn: facts.changeOn,
    changeNumber: facts.changeNumber,
    daysBetweenChanges: LONGEST_MONTH_DAYS * facts.changeEveryMonths,
    lookBackDays: facts.terms.lookBackDays,
    termMonths,
    changesPayment: newPaymentCents !== facts.currentPaymentCents,
    wasEstimatedAtConsummation,
    hasCeaseNotice,
  };
  return input.notice === 'initial' ? initialWindow(notice) : adjustmentWindow(notice);
}

/** An estimate is for the first notice alone: that of a change of payment has the actual rate, comment 20(c)(2)(ii)(A)-1. */
function isTimely(
  { notice, noticeOn: on }: Input,
  { isEstimate }: Adjustment,
  window: NoticeWindow,
): boolean {
  if (window.kind === 'not-required') return true;
  if (notice === 'adjustment' && isEstimate) return false;
  if (window.kind === 'at-consummation') return on <= window.on;
  return on >= window.from && on <= window.to;
}

/** 1026.20(c)(2)(ii)(C), (d)(2)(iii)(C): payments of interest alone, and those that do not cover it. */
const isSplit = (
  { interestOnly }: Input['adjustment'],
  { currentAllocation, newAllocation }: Adjustment,
): boolean =>
  interestOnly.before ||
  interestOnly.after ||
  currentAllocation.principalCents < 0 ||
  newAllocation.principalCents < 0;

/** An estimate in the first notice rests on figures of the last fifteen business days alone. */
function withFreshFigures({ notice, adjustment, noticeOn }: Input): Input['adjustment'] {
  const isEstimate = daysBetween(noticeOn, adjustment.changeOn) > adjustment.terms.lookBackDays;
  if (notice !== 'initial' || !isEstimate) return adjustment;
  const from = addBusinessDays(noticeOn, -ESTIMATE_BUSINESS_DAYS, regZGeneralDays(weekdayOffice));
  const indexValues = adjustment.indexValues.filter(({ availableOn }) => availableOn >= from);
  return { ...adjustment, indexValues };
}

/** 1026.20(c)(2)(i), (iii) to (vii); of the first notice (d)(2)(ii), (iv) to (viii), (vi)(E) of an estimate, (ix) to (xi). */
function statementsOf({ notice, adjustment }: Input, found: Adjustment): Statement[] {
  const statements: Statement[] = [
    'rate-and-payment-change',
    'later-changes',
    'how-the-rate-is-found',
    'limits-and-foregone-increases',
    'how-the-payment-is-found',
  ];
  if (found.newAllocation.principalCents === 0) statements.push('payment-does-not-reduce-balance');
  if (found.amortizingPaymentCents) statements.push('payment-does-not-cover-interest');
  if (adjustment.prepaymentPenalty) statements.push('prepayment-penalty');
  if (notice === 'adjustment') return statements;
  if (found.isEstimate) statements.push('estimate');
  return [...statements, 'telephone-number', 'alternatives', 'counselors'];
}
