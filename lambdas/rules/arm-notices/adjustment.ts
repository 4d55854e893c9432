import { addMonths, daysBetween } from '../../shared/calendar.ts';
import { armRateAfter, indexFor } from '../amortization/arm-rate.ts';
import { cents, lesserOf, multiplyByRatio } from '../../shared/money.ts';
import { halfUp } from '../../shared/rounding.ts';
import { levelPayment } from '../amortization/level-payment.ts';
import { one, plus } from '../../shared/rational.ts';
import { periodicRate, ppm, rateOf } from '../../shared/rate.ts';
import type { AdjustmentFacts } from './adjustment-facts.ts';
import type { ArmRate, ArmTerms, IndexValue } from '../amortization/arm-rate.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Cents } from '../../shared/money.ts';
import type { Ppm } from '../../shared/rate.ts';

export interface Allocation {
  principalCents: Cents;
  interestCents: Cents;
}

export interface Adjustment extends ArmRate {
  index: IndexValue;
  /** The figure is not yet that of the look-back day. */
  isEstimate: boolean;
  newPaymentCents: Cents;
  newAllocation: Allocation;
  currentAllocation: Allocation;
  /** What would pay the loan off in time, where the payment does not even cover the interest. */
  amortizingPaymentCents?: Cents;
  /** The part of an increase that a cap kept back, whether or not the note lets it come later. */
  foregoneIncreasePpm: Ppm;
  /** The first payment at the new level: the due date after the change. */
  firstPaymentOn: CalendarDate;
}

/** The rate and payment that a change brings, as the note computes them; with figures known on `knownOn`. */
export function adjustmentOf(facts: AdjustmentFacts, knownOn: CalendarDate): Adjustment {
  const terms = termsOf(facts);
  const { index, isEstimate } = indexKnown(facts, terms, knownOn);
  const rate = armRateAfter(facts.currentRatePpm, index.valuePpm, facts.changeNumber, terms);
  const full = levelPayment(
    facts.balanceCents,
    periodicRate(rate.ratePpm, 12),
    facts.remainingMonths,
    halfUp,
  );
  const interest = interestAt(rate.ratePpm, facts.balanceCents);
  const newPaymentCents = facts.interestOnly.after ? interest : capped(full, facts);
  const isGrowing = newPaymentCents < interest;
  return {
    ...rate,
    index,
    isEstimate,
    newPaymentCents,
    newAllocation: allocation(newPaymentCents, interest),
    currentAllocation:
      facts.lastAllocation ??
      allocation(facts.currentPaymentCents, interestAt(facts.currentRatePpm, facts.balanceCents)),
    ...(isGrowing ? { amortizingPaymentCents: full } : {}),
    foregoneIncreasePpm: ppm(Math.max(0, rate.fullyIndexedPpm - rate.ratePpm)),
    firstPaymentOn: addMonths(facts.changeOn, 1),
  };
}

function termsOf({ terms }: AdjustmentFacts): ArmTerms {
  const { floorPpm, ...rest } = terms;
  return floorPpm === undefined ? rest : { ...rest, floorPpm };
}

/** Before the look-back day the latest figure there is stands in. */
function indexKnown({ changeOn, indexValues }: AdjustmentFacts, terms: ArmTerms, knownOn: CalendarDate) {
  const isEstimate = daysBetween(knownOn, changeOn) > terms.lookBackDays;
  const index = isEstimate
    ? indexFor(knownOn, { ...terms, lookBackDays: 0 }, indexValues)
    : indexFor(changeOn, terms, indexValues);
  return { index, isEstimate };
}

const interestAt = (ratePpm: Ppm, balance: Cents): Cents =>
  multiplyByRatio(balance, periodicRate(ratePpm, 12), halfUp);

const allocation = (payment: Cents, interest: Cents): Allocation => ({
  principalCents: cents(payment - interest),
  interestCents: interest,
});

function capped(full: Cents, { paymentCapPpm, currentPaymentCents }: AdjustmentFacts): Cents {
  if (paymentCapPpm === undefined) return full;
  return lesserOf(full, multiplyByRatio(currentPaymentCents, plus(one, rateOf(paymentCapPpm)), halfUp));
}
