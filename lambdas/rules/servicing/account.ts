import { Draft } from './journal-entry.ts';
import { cents, sumCents } from '../../shared/money.ts';
import { interestFromOn, segmentAt } from './loan-periods.ts';
import { openingCourse } from './course.ts';
import type { AccountName, Entry } from './journal-entry.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Cents } from '../../shared/money.ts';
import type { Course, RateChange } from './course.ts';
import type { LoanPeriods } from './loan-periods.ts';
import type { Ppm } from '../../shared/rate.ts';

/** What an instalment asks for, by bucket. Under daily interest `principalCents` is principal and interest together. */
export interface InstalmentParts {
  interestCents: Cents;
  principalCents: Cents;
  escrowCents: Cents;
}

export interface Instalment {
  index: number;
  dueOn: CalendarDate;
  ratePpm: Ppm;
  full: Readonly<InstalmentParts>;
  unpaid: InstalmentParts;
  paidOn?: CalendarDate;
  /** Put off to the end instead of paid. */
  deferredOn?: CalendarDate;
}

export interface Charge {
  id: string;
  bucket: 'late-charge' | 'fee';
  name: string;
  assessedOn: CalendarDate;
  dueOn: CalendarDate;
  amountCents: Cents;
  paidCents: Cents;
  waivedCents: Cents;
  isAdvanced: boolean;
}

/** Money held unapplied, by the payment it came with; the oldest is used first. */
export interface SuspenseLot {
  source: string;
  on: CalendarDate;
  amountCents: Cents;
}

/** An account on a day: plain data that moves on in time, and may be kept by `structuredClone` to go on from. */
export interface Account {
  readonly loan: LoanPeriods;
  principalCents: Cents;
  /** Put off without interest until the last payment or the payoff. */
  deferredCents: Cents;
  escrowCents: Cents;
  escrowAdvanceCents: Cents;
  lots: SuspenseLot[];
  /** Made out and not paid in full, oldest first. */
  open: Instalment[];
  settled: Instalment[];
  charges: Charge[];
  /** The next instalment to be made out: paid ahead, or when its due date comes. */
  nextIndex: number;
  /** The next due date to pass, and the next that late charges are considered for. */
  nextDueIndex: number;
  nextLateIndex: number;
  course: Course;
  rateChanges: RateChange[];
  escrowChanges: { fromDueOn: CalendarDate; escrowCents: Cents }[];
  lateChargesTakenCents: Cents;
  lateChargesHeldUntil?: CalendarDate;
  /** Of principal paid down inside a period: interest to that day, asked for with the next instalment. */
  addedInterestCents: Cents;
  /** Daily interest posted and not yet paid, and from when it runs on. */
  daily: { unpaidCents: Cents; fromOn: CalendarDate; ratePpm: Ppm };
  paidOffOn?: CalendarDate;
  entries: Entry[];
  notices: { source: string; code: string; message: string }[];
}

/** The account on the day it is opened or boarded, with its opening entry. */
export function openAccount(loan: LoanPeriods): Account {
  const { terms } = loan;
  const { boarded } = terms;
  const paid = boarded?.instalmentsPaid ?? 0;
  const none = cents(0);
  const held = boarded?.suspenseCents ?? none;
  const on = terms.openedOn;
  const from = interestFromOn(loan, paid);
  const account: Account = {
    loan,
    principalCents: boarded?.principalCents ?? cents(terms.note.principalCents),
    deferredCents: boarded?.deferredCents ?? none,
    escrowCents: boarded?.escrowCents ?? none,
    escrowAdvanceCents: boarded?.escrowAdvanceCents ?? none,
    lots: held > 0 ? [{ source: 'opening', on, amountCents: held }] : [],
    open: [],
    settled: [],
    charges: [],
    nextIndex: paid,
    nextDueIndex: paid,
    nextLateIndex: paid,
    course: openingCourse(loan, paid, boarded?.paymentCents),
    rateChanges: [],
    escrowChanges: [],
    lateChargesTakenCents: none,
    addedInterestCents: none,
    daily: { unpaidCents: none, fromOn: from, ratePpm: segmentAt(loan, paid).segment.ratePpm },
    entries: [],
    notices: [],
  };
  const draft = new Draft();
  draft.post('principal', 'funding', account.principalCents);
  draft.post('deferred', 'funding', account.deferredCents);
  draft.post('funding', 'escrow', account.escrowCents);
  draft.post('escrow-advances', 'funding', account.escrowAdvanceCents);
  draft.post('funding', 'suspense', held);
  record(account, draft, { source: 'opening', on, kind: 'opening' });
  return account;
}

/** Keeps a draft as an entry; one without postings leaves no trace. */
export function record(account: Account, draft: Draft, about: Omit<Entry, 'postings'>): void {
  const postings = draft.postings();
  if (postings.length > 0) account.entries.push({ ...about, postings });
}

export const suspenseOf = ({ lots }: Pick<Account, 'lots'>): Cents =>
  sumCents(lots.map(({ amountCents }) => amountCents));

export const unpaidOf = ({ unpaid }: Instalment): Cents =>
  cents(unpaid.interestCents + unpaid.principalCents + unpaid.escrowCents);

export const owedOn = ({ amountCents, paidCents, waivedCents }: Charge): Cents =>
  cents(amountCents - paidCents - waivedCents);

export const chargesOwed = ({ charges }: Pick<Account, 'charges'>): Cents => sumCents(charges.map(owedOn));

export const receivableOf = (bucket: Charge['bucket']): AccountName =>
  bucket === 'late-charge' ? 'late-charges-receivable' : 'fees-receivable';

/** What will be owed of principal when all instalments made out are paid: what the next one is found from. */
export const principalAhead = (account: Account): Cents =>
  account.loan.terms.interest.kind === 'daily'
    ? account.principalCents
    : cents(account.principalCents - sumCents(account.open.map(({ unpaid }) => unpaid.principalCents)));

/** Uses money held, the oldest first. */
export function takeFromSuspense(account: Account, amountCents: Cents): void {
  let left = amountCents;
  while (left > 0) {
    const lot = account.lots[0];
    if (!lot) break;
    const taken = Math.min(left, lot.amountCents);
    left = cents(left - taken);
    if (taken === lot.amountCents) account.lots.shift();
    else account.lots[0] = { ...lot, amountCents: cents(lot.amountCents - taken) };
  }
}
