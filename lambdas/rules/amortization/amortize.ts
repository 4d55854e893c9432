import { AmortizationPlanSchema } from './amortization-plan.ts';
import { cents, sumCents } from '../../shared/money.ts';
import { roundingNamed } from '../../shared/rounding.ts';
import { interestPeriods } from './interest-periods.ts';
import { principalChangesOf } from './principal-changes.ts';
import { segmentPayment } from './segment-payment.ts';
import type { AmortizationPlan, AmortizationPlanInput, Segment } from './amortization-plan.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Cents } from '../../shared/money.ts';
import type { InterestPeriod } from './interest-periods.ts';
import type { Ppm } from '../../shared/rate.ts';
import type { PrincipalChange } from './principal-changes.ts';
import type { Rounding } from '../../shared/rounding.ts';

export interface ScheduledPayment {
  /** From 1. */
  number: number;
  dueOn?: CalendarDate;
  ratePpm: Ppm;
  paymentCents: Cents;
  interestCents: Cents;
  /** Negative when the payment does not cover the interest. */
  principalCents: Cents;
  /** Paid beside the schedule right after this payment; negative is an advance. */
  extraPrincipalCents: Cents;
  /** What is owed after both. */
  balanceCents: Cents;
}

export interface Schedule {
  payments: readonly ScheduledPayment[];
  /** Owed beside the last payment, when the note states the residue on a line of its own; else zero. */
  residueCents: Cents;
  totalPaymentsCents: Cents;
  totalInterestCents: Cents;
  /** The highest balance, above the principal only under negative amortization or advances. */
  highestBalanceCents: Cents;
}

/**
 * The schedule of a note, in whole cents: interest of each period rounded as the note says, principal is the rest of
 * the payment, and the last payment takes what rounding left over, so that principal sums to the loan exactly.
 * @throws invalid when the plan contradicts itself (`TooFewDueDates`, `ChangePastEnd`), a ZodError when malformed
 */
export function amortize(input: AmortizationPlanInput): Schedule {
  const plan = AmortizationPlanSchema.parse(input);
  const count = plan.segments.reduce((sum, { payments }) => sum + payments, 0);
  const changes = principalChangesOf(plan, count);
  const balance = cents(plan.principalCents - (changes.get(0)?.paidCents ?? 0));
  const run: Run = {
    plan,
    count,
    changes,
    periods: interestPeriods(plan.periods, count),
    round: roundingNamed(plan.interestRounding),
    balance,
    highest: balance,
    payment: cents(0),
    lastPaid: cents(0),
    findAnew: false,
    isLimited: false,
  };
  const payments: ScheduledPayment[] = [];
  for (const place of places(plan.segments)) {
    if (run.balance <= 0) break;
    payments.push(payOne(run, place));
  }
  return {
    payments,
    residueCents: run.balance,
    totalPaymentsCents: cents(sumCents(payments.map(({ paymentCents }) => paymentCents)) + run.balance),
    totalInterestCents: sumCents(payments.map(({ interestCents }) => interestCents)),
    highestBalanceCents: run.highest,
  };
}

interface Run {
  readonly plan: AmortizationPlan;
  readonly count: number;
  readonly changes: ReadonlyMap<number, PrincipalChange>;
  readonly periods: readonly InterestPeriod[];
  readonly round: Rounding;
  balance: Cents;
  highest: Cents;
  payment: Cents;
  /** What the last payment was, which a payment cap starts from. */
  lastPaid: Cents;
  /** A recast is due at the next payment. */
  findAnew: boolean;
  /** The balance limit was reached: from here on all payments are level. */
  isLimited: boolean;
}

/** Where a payment stands: of the whole schedule and inside its segment. */
interface Place {
  index: number;
  segment: Segment;
  madeInSegment: number;
}

function payOne(run: Run, { index, segment, madeInSegment }: Place): ScheduledPayment {
  const { plan, count, periods } = run;
  const period = periods[index] as InterestPeriod; // as many periods as places
  const rest: Segment = { ...segment, payment: { kind: 'level', overPayments: count - index } };
  if (madeInSegment === 0 || run.findAnew) {
    const before = madeInSegment === 0 && index > 0 ? run.lastPaid : undefined;
    const used = run.isLimited ? rest : segment;
    run.payment = segmentPayment(
      plan,
      used,
      run.balance,
      periods.slice(index),
      before,
      run.isLimited ? 0 : madeInSegment,
    );
  }
  const interestCents = interestOf(run.balance, segment.ratePpm, period, run.round);
  const { kind } = segment.payment;
  const addsInterest = (kind === 'interest-only' || kind === 'level-principal') && !run.isLimited;
  let scheduled = addsInterest ? cents(run.payment + interestCents) : run.payment;
  if (!run.isLimited && passesLimit(plan, cents(run.balance + interestCents - scheduled))) {
    run.isLimited = true;
    run.payment = segmentPayment(plan, rest, run.balance, periods.slice(index), undefined, 0);
    scheduled = run.payment;
  }
  const owed = cents(run.balance + interestCents);
  const paysOff = scheduled >= owed || (index === count - 1 && plan.residue === 'last-payment');
  const paymentCents = paysOff ? owed : scheduled;
  run.lastPaid = paymentCents;
  const principalCents = cents(paymentCents - interestCents);
  const change = run.changes.get(index + 1);
  const afterPayment = cents(run.balance - principalCents);
  const extraPrincipalCents = cents(Math.min(change?.paidCents ?? 0, afterPayment));
  run.balance = cents(afterPayment - extraPrincipalCents);
  run.findAnew = change?.recast ?? false;
  run.highest = cents(Math.max(run.highest, run.balance));
  const dueOn = period.dueOn ? { dueOn: period.dueOn } : {};
  const { ratePpm } = segment;
  const amounts = {
    paymentCents,
    interestCents,
    principalCents,
    extraPrincipalCents,
    balanceCents: run.balance,
  };
  return { number: index + 1, ...dueOn, ratePpm, ...amounts };
}

function* places(segments: readonly Segment[]): Generator<Place> {
  let index = 0;
  for (const segment of segments) {
    for (let madeInSegment = 0; madeInSegment < segment.payments; madeInSegment += 1) {
      yield { index, segment, madeInSegment };
      index += 1;
    }
  }
}

function passesLimit({ balanceLimitPpm, principalCents }: AmortizationPlan, balance: Cents): boolean {
  return (
    balanceLimitPpm !== undefined &&
    BigInt(balance) * 1_000_000n > BigInt(principalCents) * BigInt(balanceLimitPpm)
  );
}

/** Balance x rate x part of a year, rounded once; the product is not reduced, since only its quotient is wanted. */
export function interestOf(
  balance: Cents,
  ratePpm: Ppm,
  { ofYear }: Pick<InterestPeriod, 'ofYear'>,
  round: Rounding,
): Cents {
  const numerator = BigInt(balance) * BigInt(ratePpm) * ofYear.numerator;
  return cents(round({ numerator, denominator: 1_000_000n * ofYear.denominator }));
}
