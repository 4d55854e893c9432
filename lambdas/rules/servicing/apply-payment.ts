import { allocate } from './waterfall.ts';
import { cents, lesserOf } from '../../shared/money.ts';
import { claimsOn } from './claims.ts';
import { curtail } from './curtail.ts';
import { makeOut } from './make-instalment.ts';
import { principalAhead, receivableOf, suspenseOf, takeFromSuspense } from './account.ts';
import { payOff } from './payoff.ts';
import { postDailyInterest } from './daily-interest.ts';
import { settlePaid } from './settle-paid.ts';
import type { Account, Charge, Instalment } from './account.ts';
import type { Applied } from './waterfall.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Cents } from '../../shared/money.ts';
import type { Draft } from './journal-entry.ts';

/** Money arrives: it is held first, and from there applied. */
export function receive(
  account: Account,
  source: string,
  on: CalendarDate,
  amountCents: Cents,
  draft: Draft,
): void {
  account.lots.push({ source, on, amountCents });
  draft.post('cash', 'suspense', amountCents);
}

/**
 * Applies what is held to what is owed, in the note's order. Money short of a periodic payment stays held where the note
 * says so, and is applied as soon as it adds up to one (12 CFR 1026.36(c)(1)(ii)).
 */
export function distribute(account: Account, on: CalendarDate, draft: Draft): void {
  postDailyInterest(account, on, draft);
  const available = suspenseOf(account);
  const { claims, offered } = claimsOn(account, on, available);
  const { applied, leftCents, isHeld } = allocate(available, claims, account.loan.terms.waterfall.stages);
  const reached = applied.reduce(
    (last, { claim }) =>
      Math.max(
        last,
        offered.findIndex(({ instalment }) => instalment.dueOn === claim.key),
      ),
    -1,
  );
  for (const prospect of offered.slice(0, reached + 1)) makeOut(account, prospect, draft);
  for (const each of applied) apply(account, each, draft);
  settlePaid(account, on);
  if (isHeld || account.loan.terms.waterfall.surplus === 'suspense') return;
  if (leftCents > 0) payDown(account, leftCents, on, draft);
}

/**
 * Held money pays principal down. As much as all of it is a payoff, which asks for interest to the day and all else that
 * is owed: money short of that stays held. @returns whether it was applied
 */
export function payDown(account: Account, amountCents: Cents, on: CalendarDate, draft: Draft): boolean {
  const ahead = principalAhead(account);
  if (ahead === 0) return false;
  if (amountCents >= ahead) return payOff(account, on, draft);
  curtail(account, amountCents, on, draft);
  return true;
}

function apply(account: Account, { claim, amountCents }: Applied, draft: Draft): void {
  takeFromSuspense(account, amountCents);
  const charge = account.charges.find(({ id }) => id === claim.key);
  if (charge) return payCharge(account, charge, amountCents, draft);
  const instalment = account.open.find(({ dueOn }) => dueOn === claim.key);
  if (instalment) payInstalment(account, instalment, claim.bucket, amountCents, draft);
}

function payCharge(account: Account, charge: Charge, amountCents: Cents, draft: Draft): void {
  charge.paidCents = cents(charge.paidCents + amountCents);
  draft.post('suspense', receivableOf(charge.bucket), amountCents);
  if (charge.bucket === 'late-charge')
    account.lateChargesTakenCents = cents(account.lateChargesTakenCents + amountCents);
}

function payInstalment(
  account: Account,
  { unpaid }: Instalment,
  bucket: Applied['claim']['bucket'],
  amountCents: Cents,
  draft: Draft,
): void {
  const isDaily = account.loan.terms.interest.kind === 'daily';
  if (bucket === 'escrow') {
    unpaid.escrowCents = cents(unpaid.escrowCents - amountCents);
    creditEscrow(account, amountCents, draft);
  } else if (bucket === 'interest') {
    if (isDaily) {
      unpaid.principalCents = cents(Math.max(unpaid.principalCents - amountCents, 0));
      account.daily.unpaidCents = cents(account.daily.unpaidCents - amountCents);
    } else unpaid.interestCents = cents(unpaid.interestCents - amountCents);
    draft.post('suspense', 'accrued-interest', amountCents);
  } else {
    unpaid.principalCents = cents(Math.max(unpaid.principalCents - amountCents, 0));
    account.principalCents = cents(account.principalCents - amountCents);
    draft.post('suspense', 'principal', amountCents);
  }
}

/** Money for escrow makes good what was advanced, then adds to the balance. */
export function creditEscrow(
  account: Account,
  amountCents: Cents,
  draft: Draft,
  from: 'suspense' | 'cash' = 'suspense',
): void {
  const repaid = lesserOf(amountCents, account.escrowAdvanceCents);
  account.escrowAdvanceCents = cents(account.escrowAdvanceCents - repaid);
  account.escrowCents = cents(account.escrowCents + amountCents - repaid);
  draft.post(from, 'escrow-advances', repaid);
  draft.post(from, 'escrow', cents(amountCents - repaid));
}
