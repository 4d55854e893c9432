import { cents, sumCents } from '../../shared/money.ts';
import type { AccountName, Entry } from './journal-entry.ts';
import type { AccountView } from './account-view.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Cents } from '../../shared/money.ts';

/** What payments of some time became (12 CFR 1026.41(d)(3)). */
export interface PaymentBreakdown {
  receivedCents: Cents;
  principalCents: Cents;
  interestCents: Cents;
  escrowCents: Cents;
  chargesCents: Cents;
  /** Of money received in that time, what is still held (comment 41(d)(3)-1). */
  unappliedCents: Cents;
  /** By how much money held grew in that time: what is received is the sum of what was applied and this. */
  heldChangeCents: Cents;
}

const paymentKinds = new Set(['payment', 'curtailment', 'payoff', 'held-applied']);

/** Of entries after one day, up to another. */
export function paymentBreakdown(
  view: AccountView,
  afterOn: CalendarDate,
  throughOn: CalendarDate,
): PaymentBreakdown {
  const within = (on: CalendarDate) => on > afterOn && on <= throughOn;
  const entries = view.entries.filter(({ kind, on }) => paymentKinds.has(kind) && within(on));
  const total = (...accounts: AccountName[]) => credited(entries, accounts);
  const held = view.suspense.filter(({ on }) => within(on)).map(({ amountCents }) => amountCents);
  return {
    receivedCents: cents(0 - total('cash')),
    principalCents: total('principal'),
    // an instalment that is made out and paid at once earns its interest in the same entry
    interestCents: total('accrued-interest', 'interest-income'),
    escrowCents: total('escrow', 'escrow-advances'),
    chargesCents: total('late-charges-receivable', 'fees-receivable', 'prepayment-penalty-income'),
    unappliedCents: sumCents(held),
    heldChangeCents: total('suspense'),
  };
}

function credited(entries: readonly Entry[], accounts: readonly AccountName[]): Cents {
  let sum = 0;
  for (const { postings } of entries)
    for (const { account, amountCents } of postings) if (accounts.includes(account)) sum -= amountCents;
  return cents(sum);
}
