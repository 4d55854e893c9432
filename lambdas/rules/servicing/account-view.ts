import { balancesOf } from './journal-entry.ts';
import { cents, negateCents, sumCents } from '../../shared/money.ts';
import { dailyInterestOn } from './daily-interest.ts';
import { daysBetween } from '../../shared/calendar.ts';
import { chargesOwed, owedOn, suspenseOf, unpaidOf } from './account.ts';
import { prospects } from './make-instalment.ts';
import type { Account, Charge, Instalment, SuspenseLot } from './account.ts';
import type { AsOf } from './replay.ts';
import type { Balances, Entry } from './journal-entry.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Cents } from '../../shared/money.ts';
import type { Ppm } from '../../shared/rate.ts';

/** An account as it stands in one view: figures, what is owed, and the entries that they are the sum of. */
export interface AccountView {
  asOf: AsOf;
  status: 'ACTIVE' | 'PAID_IN_FULL';
  principalCents: Cents;
  /** Put off without interest until the last payment or the payoff. */
  deferredCents: Cents;
  escrowCents: Cents;
  escrowAdvanceCents: Cents;
  suspenseCents: Cents;
  chargesOwedCents: Cents;
  /** Interest owed: of instalments due, or under daily interest what has run up. */
  interestOwedCents: Cents;
  /** Of it, what is in the ledger: daily interest is posted when a payment or a change needs it. */
  interestPostedCents: Cents;
  ratePpm: Ppm;
  /** The oldest instalment not paid in full, due or to come; undefined when the loan is paid. */
  nextDueOn?: CalendarDate;
  nextInstalment?: Instalment;
  /** Instalments due and not paid in full. */
  pastDue: readonly Instalment[];
  pastDueCents: Cents;
  /** Days since the oldest unpaid instalment was due; zero when none is (comment 1024.31 Delinquency-2). */
  daysDelinquent: number;
  paidOffOn?: CalendarDate;
  charges: readonly (Charge & { owedCents: Cents })[];
  suspense: readonly SuspenseLot[];
  settled: readonly Instalment[];
  entries: readonly Entry[];
  balances: Balances;
  notices: Account['notices'];
}

export function accountView(account: Account, asOf: AsOf): AccountView {
  const upcoming = prospects(account).next().value?.instalment;
  const next = account.open[0] ?? upcoming;
  const pastDue = account.open.filter(({ dueOn }) => dueOn <= asOf.on);
  const [oldest] = pastDue;
  const isDaily = account.loan.terms.interest.kind === 'daily';
  const scheduled = sumCents(account.open.map(({ unpaid }) => unpaid.interestCents));
  return {
    asOf,
    status: account.paidOffOn === undefined ? 'ACTIVE' : 'PAID_IN_FULL',
    principalCents: account.principalCents,
    deferredCents: account.deferredCents,
    escrowCents: account.escrowCents,
    escrowAdvanceCents: account.escrowAdvanceCents,
    suspenseCents: suspenseOf(account),
    chargesOwedCents: chargesOwed(account),
    interestPostedCents: isDaily ? account.daily.unpaidCents : scheduled,
    interestOwedCents: isDaily ? dailyInterestOn(account, asOf.on) : scheduled,
    ratePpm: isDaily ? account.daily.ratePpm : (next?.ratePpm ?? account.daily.ratePpm),
    ...(next ? { nextDueOn: next.dueOn, nextInstalment: next } : {}),
    pastDue,
    pastDueCents: sumCents(pastDue.map(unpaidOf)),
    daysDelinquent: oldest ? daysBetween(oldest.dueOn, asOf.on) : 0,
    ...(account.paidOffOn === undefined ? {} : { paidOffOn: account.paidOffOn }),
    charges: account.charges.map((charge) => ({ ...charge, owedCents: owedOn(charge) })),
    suspense: account.lots,
    settled: account.settled,
    entries: account.entries,
    balances: balancesOf(account.entries),
    notices: account.notices,
  };
}

/** What must hold of every view: the ledger balances, and the figures are the ledger's. @returns each breach in words */
export function breachesOf(view: AccountView): string[] {
  const { balances: ledger } = view;
  const lateCharges = view.charges.filter(({ bucket }) => bucket === 'late-charge');
  const fees = view.charges.filter(({ bucket }) => bucket === 'fee');
  const owed = (charges: AccountView['charges']) =>
    cents(charges.reduce((sum, { owedCents }) => sum + owedCents, 0));
  const pairs: [string, number, number][] = [
    ['trial balance', sumCents(Object.values(ledger)), 0],
    ['principal', ledger.principal, view.principalCents],
    ['deferred', ledger.deferred, view.deferredCents],
    ['accrued interest', ledger['accrued-interest'], view.interestPostedCents],
    ['escrow', negateCents(ledger.escrow), view.escrowCents],
    ['escrow advances', ledger['escrow-advances'], view.escrowAdvanceCents],
    ['suspense', negateCents(ledger.suspense), view.suspenseCents],
    ['late charges', ledger['late-charges-receivable'], owed(lateCharges)],
    ['fees', ledger['fees-receivable'], owed(fees)],
    ...view.entries.map(({ source, postings }): [string, number, number] => [
      `entry ${source}`,
      sumCents(postings.map(({ amountCents }) => amountCents)),
      0,
    ]),
  ];
  const unequal = pairs
    .filter(([, is, should]) => is !== should)
    .map(([what, is, should]) => `${what}: ${is}, not ${should}`);
  const negative = ['principalCents', 'escrowCents', 'escrowAdvanceCents', 'suspenseCents'] as const;
  return [...unequal, ...negative.filter((name) => view[name] < 0).map((name) => `${name} is negative`)];
}
