import { cents } from '../../shared/money.ts';
import { segmentAt } from './loan-periods.ts';
import { segmentPayment } from '../amortization/segment-payment.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Cents } from '../../shared/money.ts';
import type { LoanPeriods, NotedSegment } from './loan-periods.ts';
import type { Ppm } from '../../shared/rate.ts';
import type { Segment } from '../amortization/amortization-plan.ts';

/** A rate that an event set, for instalments due after the day. */
export interface RateChange {
  on: CalendarDate;
  /** The first instalment under it. */
  startIndex: number;
  ratePpm: Ppm;
  paymentCents?: Cents;
}

/** How payments run at the moment: what the next instalment is found from. */
export interface Course {
  /** The segment in force, by the instalment it began with; undefined before the first instalment. */
  segment?: NotedSegment;
  /** Of principal and interest; of principal alone where interest is added to it. */
  paymentCents: Cents;
  /** What the last instalment asked for: a payment cap starts from it. */
  lastPaymentCents?: Cents;
  /** A recast is due at the next instalment. */
  findAnew: boolean;
}

/** The course of an account that is opened with instalments already paid. */
export function openingCourse(loan: LoanPeriods, paid: number, paymentCents?: Cents): Course {
  if (paid === 0 || paid >= loan.count || paymentCents === undefined)
    return { paymentCents: cents(0), findAnew: false };
  return { segment: segmentAt(loan, paid), paymentCents, lastPaymentCents: paymentCents, findAnew: false };
}

/** The course for one instalment, found anew when a segment begins, a rate changes or a recast is due. */
export function courseAt(
  loan: LoanPeriods,
  course: Course,
  changes: readonly RateChange[],
  index: number,
  balance: Cents,
): Course & { segment: NotedSegment } {
  const segment = segmentInForce(loan, changes, index);
  const before = course.segment;
  const isSame =
    before?.startIndex === segment.startIndex && before.segment.ratePpm === segment.segment.ratePpm;
  if (isSame && !course.findAnew) return { ...course, segment };
  const made = index - segment.startIndex;
  const paymentCents = segmentPayment(
    loan.terms.note,
    segment.segment,
    balance,
    loan.periods.slice(index),
    isSame ? undefined : course.lastPaymentCents,
    made,
  );
  return { ...course, segment, paymentCents, findAnew: false };
}

/**
 * The note's segment, or what the latest change of rate made of it. A changed rate outlives segments that differ in
 * their payments alone (interest-only, then level); a rate that the note itself steps to replaces it.
 */
export function segmentInForce(
  loan: LoanPeriods,
  changes: readonly RateChange[],
  index: number,
): NotedSegment {
  const noted = segmentAt(loan, index);
  const change = changes.findLast(({ startIndex }) => startIndex <= index);
  if (!change || change.startIndex < rateSince(loan, noted)) return noted;
  const { startIndex, ratePpm } = change;
  if (startIndex < noted.startIndex)
    return { startIndex: noted.startIndex, segment: { ...noted.segment, ratePpm } };
  const payment = paymentAfter(noted, startIndex, change);
  return { startIndex, segment: { payments: loan.count - startIndex, ratePpm, payment } };
}

/** The instalment from which the note's own rate has been what it is. */
function rateSince({ segments }: LoanPeriods, noted: NotedSegment): number {
  let since = noted.startIndex;
  for (const { segment, startIndex } of segments.toReversed()) {
    if (startIndex >= since) continue;
    if (segment.ratePpm !== noted.segment.ratePpm) break;
    since = startIndex;
  }
  return since;
}

function paymentAfter(
  { segment, startIndex: notedStart }: NotedSegment,
  startIndex: number,
  { paymentCents }: RateChange,
): Segment['payment'] {
  if (paymentCents !== undefined) return { kind: 'fixed', amountCents: paymentCents };
  const { payment } = segment;
  if (payment.kind === 'interest-only' || payment.kind === 'fixed') return payment;
  return { ...payment, overPayments: Math.max(payment.overPayments - (startIndex - notedStart), 1) };
}
