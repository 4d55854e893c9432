import { cents, greaterOf, lesserOf } from '../../shared/money.ts';
import { courseAt } from './course.ts';
import { interestOf } from '../amortization/amortize.ts';
import { invalid } from '../../shared/errors.ts';
import { principalAhead } from './account.ts';
import type { Account, Instalment } from './account.ts';
import type { Cents } from '../../shared/money.ts';
import type { Course } from './course.ts';
import type { Draft } from './journal-entry.ts';
import type { InterestPeriod } from '../amortization/interest-periods.ts';

/** An instalment that is not made out yet, and what it leaves behind. */
export interface Prospect {
  instalment: Instalment;
  course: Course;
  /** Interest that the payment does not cover, where the note adds it to the balance (negative amortization). */
  capitalizedCents: Cents;
  /** Interest to date of principal paid down that finds no room in this payment. */
  addedInterestLeftCents: Cents;
  /** What was put off, when this payment is the last. */
  deferredDueCents: Cents;
}

/**
 * The instalments to come, from the balance that will be left when all before them are paid; none once that is zero and
 * no interest to date is left over.
 */
export function* prospects(account: Account): Generator<Prospect> {
  let balance = principalAhead(account);
  let { course } = account;
  const isDaily = account.loan.terms.interest.kind === 'daily';
  let added = isDaily ? account.daily.unpaidCents : account.addedInterestCents;
  for (let index = account.nextIndex; index < account.loan.count; index += 1) {
    if (balance === 0 && added === 0) return;
    const prospect = prospectAt(account, course, index, balance, added);
    yield prospect;
    ({ course } = prospect);
    added = prospect.addedInterestLeftCents;
    const raised = prospect.capitalizedCents + prospect.deferredDueCents;
    balance = cents(balance + raised - prospect.instalment.full.principalCents);
  }
}

function prospectAt(account: Account, course: Course, index: number, balance: Cents, added: Cents): Prospect {
  const { loan } = account;
  const next = courseAt(loan, course, account.rateChanges, index, balance);
  const { ratePpm, payment } = next.segment.segment;
  const period = loan.periods[index] as InterestPeriod; // the index is within the note
  const { dueOn } = period;
  if (!dueOn) throw invalid('TooFewDueDates', 'an account needs due dates');
  const bears = interestOf(balance, ratePpm, period, loan.round);
  const addsInterest = payment.kind === 'interest-only' || payment.kind === 'level-principal';
  const asked = addsInterest ? cents(next.paymentCents + bears + added) : next.paymentCents;
  const owed = cents(balance + bears + added);
  const paymentCents = index === loan.count - 1 ? owed : lesserOf(asked, owed);
  const isDaily = loan.terms.interest.kind === 'daily';
  const interestCents = lesserOf(cents(bears + added), paymentCents);
  const deferredDueCents = paymentCents === owed ? account.deferredCents : cents(0);
  const full = {
    interestCents: isDaily ? cents(0) : interestCents,
    principalCents: isDaily ? paymentCents : cents(paymentCents - interestCents + deferredDueCents),
    escrowCents: escrowAt(account, dueOn),
  };
  return {
    instalment: { index, dueOn, ratePpm, full, unpaid: { ...full } },
    course: { ...next, lastPaymentCents: paymentCents },
    capitalizedCents: cents(isDaily ? 0 : Math.max(bears - paymentCents, 0)),
    addedInterestLeftCents: cents(isDaily ? 0 : Math.min(added, bears + added - interestCents)),
    deferredDueCents,
  };
}

function escrowAt({ loan, escrowChanges }: Account, dueOn: Instalment['dueOn']): Cents {
  let found: Account['escrowChanges'][number] | undefined;
  for (const change of escrowChanges)
    if (change.fromDueOn <= dueOn && (!found || change.fromDueOn >= found.fromDueOn)) found = change;
  return found?.escrowCents ?? loan.terms.escrowCents ?? cents(0);
}

/** Makes the next instalment out: what it asks for is fixed from here on, and its interest is earned. */
export function makeOut(account: Account, prospect: Prospect, draft: Draft): void {
  const { instalment, course, capitalizedCents, deferredDueCents } = prospect;
  account.open.push(instalment);
  account.course = course;
  account.addedInterestCents = prospect.addedInterestLeftCents;
  account.nextIndex = instalment.index + 1;
  account.principalCents = cents(account.principalCents + capitalizedCents + deferredDueCents);
  account.deferredCents = cents(account.deferredCents - deferredDueCents);
  draft.post('accrued-interest', 'interest-income', instalment.full.interestCents);
  draft.post('principal', 'interest-income', capitalizedCents);
  draft.post('principal', 'deferred', deferredDueCents);
}

/**
 * Under daily interest: of the amount that an instalment asks for, the interest is what has run up. Nothing is asked for
 * beyond what is owed in all, and the last instalment asks for all of it.
 */
export function dailyParts(
  unpaid: Cents,
  isLast: boolean,
  left: { interestCents: Cents; principalCents: Cents },
): { interestCents: Cents; principalCents: Cents } {
  const all = cents(left.interestCents + left.principalCents);
  const asked = isLast ? all : lesserOf(unpaid, all);
  const interestCents = lesserOf(asked, left.interestCents);
  const principalCents = greaterOf(cents(asked - interestCents), cents(0));
  return { interestCents, principalCents };
}
