import { cents, multiplyByRatio, sumCents } from '../../shared/money.ts';
import { addDays, daysBetween } from '../../shared/calendar.ts';
import { dailyInterestOn } from './daily-interest.ts';
import { daysOfPeriod } from './days-of-period.ts';
import { dueOnOf, interestFromOn } from './loan-periods.ts';
import { halfUp } from '../../shared/rounding.ts';
import { interestOf } from '../amortization/amortize.ts';
import { chargesOwed, owedOn, receivableOf, suspenseOf, takeFromSuspense } from './account.ts';
import { rateOf } from '../../shared/rate.ts';
import { rational } from '../../shared/rational.ts';
import { settlePaid } from './settle-paid.ts';
import { segmentInForce } from './course.ts';
import type { Account } from './account.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Cents } from '../../shared/money.ts';
import type { Draft } from './journal-entry.ts';
import type { Ppm } from '../../shared/rate.ts';

export interface PayoffAmounts {
  principalCents: Cents;
  interestCents: Cents;
  /** From when to when interest runs, and what a day of it costs at the end. */
  interestFromOn: CalendarDate;
  perDiemCents: Cents;
  ratePpm: Ppm;
  deferredCents: Cents;
  escrowAdvanceCents: Cents;
  chargesCents: Cents;
  prepaymentPenaltyCents: Cents;
  /** All of the above: what pays the loan off that day. */
  owedCents: Cents;
  heldCents: Cents;
  /** What is still to be sent: owed less money held unapplied. */
  totalCents: Cents;
}

/** What it takes to pay the loan off on a day, for an account brought to that day. */
export function payoffAmounts(account: Account, on: CalendarDate): PayoffAmounts {
  const { principalCents, deferredCents, escrowAdvanceCents } = account;
  const interest = payoffInterest(account, on);
  const chargesCents = chargesOwed(account);
  const prepaymentPenaltyCents = penaltyOn(account, on);
  const owedCents = sumCents([
    principalCents,
    interest.interestCents,
    deferredCents,
    escrowAdvanceCents,
    chargesCents,
    prepaymentPenaltyCents,
  ]);
  const heldCents = suspenseOf(account);
  const totalCents = cents(Math.max(owedCents - heldCents, 0));
  return {
    principalCents,
    ...interest,
    deferredCents,
    escrowAdvanceCents,
    chargesCents,
    prepaymentPenaltyCents,
    owedCents,
    heldCents,
    totalCents,
  };
}

type PayoffInterest = Pick<PayoffAmounts, 'interestCents' | 'interestFromOn' | 'perDiemCents' | 'ratePpm'>;

/**
 * Scheduled interest: whole periods since the last instalment paid in full, each at its own rate on what is owed, then
 * days. Nothing is given back of a period paid ahead.
 */
function payoffInterest(account: Account, on: CalendarDate): PayoffInterest {
  const { loan, principalCents } = account;
  const { interest } = loan.terms;
  const { dayCount } = interest;
  if (interest.kind === 'daily') {
    const { ratePpm, fromOn } = account.daily;
    const perDiemCents = dayInterest(account, ratePpm, account.nextIndex, on);
    return { interestCents: dailyInterestOn(account, on), interestFromOn: fromOn, perDiemCents, ratePpm };
  }
  const unpaid = account.open[0];
  let index = unpaid?.index ?? account.nextIndex;
  const fromOn = interestFromOn(loan, Math.min(index, loan.count));
  let ratePpm = segmentInForce(loan, account.rateChanges, Math.min(index, loan.count - 1)).segment.ratePpm;
  const paid = unpaid ? unpaid.full.interestCents - unpaid.unpaid.interestCents : 0;
  let total = account.addedInterestCents - paid;
  let until = fromOn;
  for (let dueOn = dueOnOf(loan, index); dueOn && dueOn <= on; dueOn = dueOnOf(loan, index)) {
    ({ ratePpm } = segmentInForce(loan, account.rateChanges, index).segment);
    const period = loan.periods[index];
    if (period) total += interestOf(principalCents, ratePpm, period, loan.round);
    until = dueOn;
    index += 1;
  }
  if (index < loan.count) ({ ratePpm } = segmentInForce(loan, account.rateChanges, index).segment);
  const perDiemCents = dayInterest(account, ratePpm, index, on);
  if (on > until && interest.payoffDays === 'rounded-daily') total += perDiemCents * daysBetween(until, on);
  else if (on > until) {
    const ofYear = daysOfPeriod(loan, dayCount, index, until, on);
    total += interestOf(principalCents, ratePpm, { ofYear }, loan.round);
  }
  return { interestCents: cents(Math.max(total, 0)), interestFromOn: fromOn, perDiemCents, ratePpm };
}

/** The interest of the day before, as the quote's days are counted. */
function dayInterest(
  { loan, principalCents }: Account,
  ratePpm: Ppm,
  index: number,
  on: CalendarDate,
): Cents {
  const { dayCount } = loan.terms.interest;
  const ofYear =
    dayCount === '30/360' ? rational(1, 360) : daysOfPeriod(loan, dayCount, index, addDays(on, -1), on);
  return interestOf(principalCents, ratePpm, { ofYear }, loan.round);
}

function penaltyOn({ loan, principalCents }: Account, on: CalendarDate): Cents {
  const step = loan.terms.prepaymentPenalty
    ?.toSorted((a, b) => (a.untilOn < b.untilOn ? -1 : 1))
    .find(({ untilOn }) => on <= untilOn);
  return step ? multiplyByRatio(principalCents, rateOf(step.ratePpm), halfUp) : cents(0);
}

/** Pays the loan off out of money held, if it is enough. @returns whether it was */
export function payOff(account: Account, on: CalendarDate, draft: Draft): boolean {
  const amounts = payoffAmounts(account, on);
  if (amounts.owedCents > amounts.heldCents) return false;
  const posted = cents(
    account.loan.terms.interest.kind === 'daily'
      ? account.daily.unpaidCents
      : account.open.reduce((sum, { unpaid }) => sum + unpaid.interestCents, 0),
  );
  draft.post('accrued-interest', 'interest-income', cents(amounts.interestCents - posted));
  draft.post('suspense', 'accrued-interest', amounts.interestCents);
  draft.post('suspense', 'principal', amounts.principalCents);
  draft.post('suspense', 'deferred', amounts.deferredCents);
  draft.post('suspense', 'escrow-advances', amounts.escrowAdvanceCents);
  draft.post('suspense', 'prepayment-penalty-income', amounts.prepaymentPenaltyCents);
  for (const charge of account.charges) {
    draft.post('suspense', receivableOf(charge.bucket), owedOn(charge));
    charge.paidCents = cents(charge.paidCents + owedOn(charge));
  }
  takeFromSuspense(account, amounts.owedCents);
  account.principalCents = cents(0);
  account.deferredCents = cents(0);
  account.escrowAdvanceCents = cents(0);
  account.addedInterestCents = cents(0);
  account.daily = { ...account.daily, unpaidCents: cents(0), fromOn: on };
  for (const instalment of account.open) {
    const none = cents(0);
    instalment.unpaid = { interestCents: none, principalCents: none, escrowCents: none };
  }
  settlePaid(account, on);
  return true;
}
