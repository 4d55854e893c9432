import { accountView } from './account-view.ts';
import { applyEvent } from './apply-event.ts';
import { cents, greaterOf } from '../../shared/money.ts';
import { changesTerms, effectiveHistory } from './effective-history.ts';
import { distribute } from './apply-payment.ts';
import { Draft } from './journal-entry.ts';
import { dueOnOf, lateDayOf, loanPeriods, segmentAt } from './loan-periods.ts';
import { lateCharge } from './late-charge.ts';
import { makeOut, prospects } from './make-instalment.ts';
import { openAccount, record, suspenseOf, unpaidOf } from './account.ts';
import { postDailyInterest } from './daily-interest.ts';
import type { Account } from './account.ts';
import type { AccountEvent } from './account-event.ts';
import type { AccountTerms } from './account-terms.ts';
import type { AccountView } from './account-view.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { HistoryEvent } from './effective-history.ts';
import type { Instant } from '../../shared/clock.ts';

/** A view's two times: what was true on a day, as far as was known at an instant (all that is known, when absent). */
export interface AsOf {
  on: CalendarDate;
  knownAt?: Instant;
}

/**
 * The account on a day, worked out from its whole history: the order of effective dates decides, the order of arrival
 * does not. An event inserted, reversed or back-dated is just another history; the earlier one is the same call with an
 * earlier `knownAt`.
 * @throws invalid when the history contradicts itself (`DuplicateEvent`, `ReversedEventUnknown`, `ReversalOfItself`)
 */
export function replay(terms: AccountTerms, events: readonly AccountEvent[], asOf: AsOf): AccountView {
  return accountView(accountOn(terms, events, asOf), asOf);
}

/** As `replay`, but the account itself: kept by `structuredClone`, it can be moved on with `advance`. */
export function accountOn(
  terms: AccountTerms,
  events: readonly AccountEvent[],
  { on, knownAt }: AsOf,
): Account {
  const account = openAccount(loanPeriods(terms));
  advance(account, effectiveHistory(terms, events, knownAt), on);
  return account;
}

/** Moves an account on to the end of a day through events in order; those already behind it are the caller's to leave out. */
export function advance(account: Account, history: readonly HistoryEvent[], on: CalendarDate): void {
  for (const event of history) {
    if (event.effectiveOn > on) break;
    passTime(account, event.effectiveOn, changesTerms(event));
    const draft = new Draft();
    applyEvent(account, event, draft);
    record(account, draft, { source: event.id, on: event.effectiveOn, kind: event.kind });
  }
  passTime(account, on, false);
}

/** Due dates and the ends of grace days up to a day; changes of terms come before the due date of their own day. */
function passTime(account: Account, on: CalendarDate, isBeforeToday: boolean): void {
  const { loan } = account;
  const isReached = (day: CalendarDate) => (isBeforeToday ? day < on : day <= on);
  while (account.paidOffOn === undefined) {
    const dueOn = dueOnOf(loan, account.nextDueIndex);
    const consideredFor = dueOnOf(loan, account.nextLateIndex);
    const chargedOn = lateDayOf(loan, account.nextLateIndex);
    if (dueOn && isReached(dueOn) && (!chargedOn || dueOn <= chargedOn)) passDueDate(account, dueOn);
    else if (consideredFor && chargedOn && isReached(chargedOn)) passGrace(account, consideredFor, chargedOn);
    else return;
  }
}

function passDueDate(account: Account, dueOn: CalendarDate): void {
  const index = account.nextDueIndex;
  account.nextDueIndex += 1;
  const draft = new Draft();
  if (index >= account.nextIndex) {
    const { value, done } = prospects(account).next();
    if (!done) makeOut(account, value, draft);
  }
  stepDailyRate(account, index + 1, dueOn, draft);
  record(account, draft, { source: `due:${dueOn}`, on: dueOn, kind: 'instalment-due' });
  if (suspenseOf(account) > 0 && account.open.length > 0) applyHeld(account, dueOn);
}

/** Money held since before is enough at last, or is part of an instalment now. */
function applyHeld(account: Account, on: CalendarDate): void {
  const draft = new Draft();
  distribute(account, on, draft);
  record(account, draft, { source: `held:${on}`, on, kind: 'held-applied' });
}

/** Under daily interest a rate that the note steps to runs from the due date before its first instalment. */
function stepDailyRate(account: Account, index: number, on: CalendarDate, draft: Draft): void {
  const { loan } = account;
  if (loan.terms.interest.kind !== 'daily' || index >= loan.count) return;
  const { segment, startIndex } = segmentAt(loan, index);
  if (startIndex !== index || segmentAt(loan, index - 1).segment.ratePpm === segment.ratePpm) return;
  postDailyInterest(account, on, draft);
  account.daily.ratePpm = segment.ratePpm;
}

function passGrace(account: Account, dueOn: CalendarDate, on: CalendarDate): void {
  account.nextLateIndex += 1;
  const terms = account.loan.terms.lateCharge;
  const instalment = account.open.find((each) => each.dueOn === dueOn);
  const heldUntil = account.lateChargesHeldUntil;
  if (!terms || !instalment || (heldUntil !== undefined && on <= heldUntil)) return;
  const due = account.open.filter((each) => each.dueOn <= on);
  const unpaid = due.reduce((sum, each) => sum + unpaidOf(each), 0);
  const { full, unpaid: left } = instalment;
  const { amountCents } = lateCharge(terms, {
    principalAndInterestCents: cents(full.interestCents + full.principalCents),
    escrowCents: full.escrowCents,
    overdueCents: cents(left.interestCents + left.principalCents),
    shortfallCents: greaterOf(cents(unpaid - suspenseOf(account)), cents(0)),
    lateChargesTakenCents: account.lateChargesTakenCents,
  });
  if (amountCents === 0) return;
  const none = cents(0);
  const id = `late-charge:${dueOn}`;
  account.charges.push({
    id,
    bucket: 'late-charge',
    name: 'late charge',
    assessedOn: on,
    dueOn: on,
    amountCents,
    paidCents: none,
    waivedCents: none,
    isAdvanced: false,
  });
  const draft = new Draft();
  draft.post('late-charges-receivable', 'late-charge-income', amountCents);
  record(account, draft, { source: id, on, kind: 'late-charge' });
}
