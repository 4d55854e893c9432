import { cents, lesserOf, subtractCents } from '../../shared/money.ts';
import { creditEscrow, distribute, payDown, receive } from './apply-payment.ts';
import { owedOn, receivableOf, suspenseOf, takeFromSuspense } from './account.ts';
import { payOff } from './payoff.ts';
import { postDailyInterest } from './daily-interest.ts';
import type { Account } from './account.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Draft } from './journal-entry.ts';
import type { EventOf } from './account-event.ts';
import type { HistoryEvent } from './effective-history.ts';

type Handlers = {
  readonly [K in HistoryEvent['kind']]: (account: Account, event: EventOf<K>, draft: Draft) => void;
};

const handlers: Handlers = {
  payment: (account, { id, effectiveOn, amountCents }, draft) => {
    receive(account, id, effectiveOn, amountCents, draft);
    distribute(account, effectiveOn, draft);
  },
  curtailment: applyCurtailment,
  payoff: (account, { id, effectiveOn, amountCents }, draft) => {
    receive(account, id, effectiveOn, amountCents, draft);
    postDailyInterest(account, effectiveOn, draft);
    if (payOff(account, effectiveOn, draft)) return;
    notice(account, id, 'PayoffShort', 'less than the payoff amount: applied as a payment');
    distribute(account, effectiveOn, draft);
  },
  recast: (account) => {
    account.course.findAnew = true;
  },
  'rate-change': (account, { effectiveOn, ratePpm, paymentCents }, draft) => {
    const startIndex = firstDueAfter(account, effectiveOn);
    const stated = paymentCents === undefined ? {} : { paymentCents };
    account.rateChanges.push({ on: effectiveOn, startIndex, ratePpm, ...stated });
    postDailyInterest(account, effectiveOn, draft);
    account.daily.ratePpm = ratePpm;
  },
  'escrow-change': (account, { fromDueOn, escrowCents }) => {
    account.escrowChanges.push({ fromDueOn, escrowCents });
  },
  'escrow-disbursement': (account, { amountCents }, draft) => {
    const held = lesserOf(amountCents, account.escrowCents);
    const advanced = subtractCents(amountCents, held);
    account.escrowCents = subtractCents(account.escrowCents, held);
    account.escrowAdvanceCents = cents(account.escrowAdvanceCents + advanced);
    draft.post('escrow', 'cash', held);
    draft.post('escrow-advances', 'cash', advanced);
  },
  'escrow-deposit': (account, { amountCents }, draft) => creditEscrow(account, amountCents, draft, 'cash'),
  fee: (account, { id, effectiveOn, amountCents, name, dueOn, isAdvanced, bucket }, draft) => {
    const none = cents(0);
    const paid = { paidCents: none, waivedCents: none };
    const dates = { assessedOn: effectiveOn, dueOn: dueOn ?? effectiveOn };
    account.charges.push({ id, bucket, name, ...dates, amountCents, ...paid, isAdvanced });
    const income = bucket === 'late-charge' ? 'late-charge-income' : 'fee-income';
    draft.post(receivableOf(bucket), isAdvanced ? 'cash' : income, amountCents);
  },
  waiver: applyWaiver,
  deferral: applyDeferral,
  'suspense-return': (account, { id, amountCents }, draft) => {
    const returned = lesserOf(amountCents, suspenseOf(account));
    if (returned < amountCents) notice(account, id, 'LessHeld', 'less was held than was to be returned');
    takeFromSuspense(account, returned);
    draft.post('suspense', 'cash', returned);
  },
  'late-charge-hold': (account, { untilOn }) => {
    const until = account.lateChargesHeldUntil;
    account.lateChargesHeldUntil = until !== undefined && until > untilOn ? until : untilOn;
  },
};

/** What an event does to the account. Its postings go into the draft. */
export function applyEvent(account: Account, event: HistoryEvent, draft: Draft): void {
  const handler = handlers[event.kind] as Handlers[keyof Handlers] &
    ((account: Account, event: HistoryEvent, draft: Draft) => void);
  handler(account, event, draft);
}

function applyCurtailment(
  account: Account,
  { id, effectiveOn, amountCents, recast }: EventOf<'curtailment'>,
  draft: Draft,
): void {
  const isDue = account.open.some(({ dueOn }) => dueOn <= effectiveOn);
  receive(account, id, effectiveOn, amountCents, draft);
  if (isDue) {
    notice(account, id, 'InstalmentsFirst', 'instalments were due: applied as a payment');
    return distribute(account, effectiveOn, draft);
  }
  if (!payDown(account, amountCents, effectiveOn, draft))
    notice(account, id, 'PayoffShort', 'all of the principal and less than a payoff: held');
  if (recast) account.course.findAnew = true;
}

function applyDeferral(
  account: Account,
  { id, effectiveOn, instalments }: EventOf<'deferral'>,
  draft: Draft,
): void {
  if (account.loan.terms.interest.kind === 'daily')
    return notice(
      account,
      id,
      'NotDeferred',
      'daily interest is not put off: its instalments are no amounts of their own',
    );
  const due = account.open.filter(({ dueOn }) => dueOn <= effectiveOn).slice(0, instalments);
  if (due.length < instalments) notice(account, id, 'FewerDue', 'fewer instalments were due');
  for (const instalment of due) {
    const { interestCents, principalCents } = instalment.unpaid;
    draft.post('deferred', 'accrued-interest', interestCents);
    draft.post('deferred', 'principal', principalCents);
    account.deferredCents = cents(account.deferredCents + interestCents + principalCents);
    account.principalCents = cents(account.principalCents - principalCents);
    const none = cents(0);
    const unpaid = { interestCents: none, principalCents: none, escrowCents: none };
    account.settled.push({ ...instalment, unpaid, deferredOn: effectiveOn });
  }
  account.open = account.open.filter((instalment) => !due.includes(instalment));
}

function applyWaiver(account: Account, { id, chargeId, amountCents }: EventOf<'waiver'>, draft: Draft): void {
  const charge = account.charges.find((each) => each.id === chargeId);
  const owed = charge ? owedOn(charge) : cents(0);
  const waived = lesserOf(amountCents ?? owed, owed);
  if (!charge || waived === 0)
    return notice(account, id, 'NothingToWaive', 'the charge is not owed in this history');
  charge.waivedCents = cents(charge.waivedCents + waived);
  const income = charge.bucket === 'late-charge' ? 'late-charge-income' : 'fee-income';
  draft.post(income, receivableOf(charge.bucket), waived);
}

function firstDueAfter({ loan }: Account, on: CalendarDate): number {
  const found = loan.periods.findIndex(({ dueOn }) => dueOn !== undefined && dueOn > on);
  return found === -1 ? loan.count : found;
}

const notice = (account: Account, source: string, code: string, message: string): void => {
  account.notices.push({ source, code, message });
};
