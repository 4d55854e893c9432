import { accountOn, replay } from './replay.ts';
import { accountView } from './account-view.ts';
import { addDays, dateOf, partsOf } from '../../shared/calendar.ts';
import { cents, sumCents } from '../../shared/money.ts';
import { compareViews } from './compare-views.ts';
import { delinquencyBlock } from './delinquency-block.ts';
import { lateCharge, lateOn } from './late-charge.ts';
import { paymentBreakdown } from './payment-breakdown.ts';
import { prospects } from './make-instalment.ts';
import type { AccountName } from './journal-entry.ts';
import type { AccountEvent } from './account-event.ts';
import type { AccountTerms } from './account-terms.ts';
import type { AccountView } from './account-view.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Cents } from '../../shared/money.ts';
import type { Correction } from './compare-views.ts';
import type { DelinquencyBlock } from './delinquency-block.ts';
import type { Instalment } from './account.ts';
import type { Instant } from '../../shared/clock.ts';
import type { PaymentBreakdown } from './payment-breakdown.ts';
import type { Ppm } from '../../shared/rate.ts';

export interface StatementRequest {
  /** The last day that the statement covers. */
  statementOn: CalendarDate;
  /** The last day that the statement before it covered. */
  previousOn: CalendarDate;
  knownAt?: Instant;
  /** What the statement before it knew: with it, what has since turned out otherwise is listed as corrections. */
  previouslyKnownAt?: Instant;
}

/** The figures of a periodic statement, by the paragraph of 12 CFR 1026.41(d) that asks for them. */
export interface PeriodicStatement {
  statementOn: CalendarDate;
  /** (d)(1) */
  amountDue: {
    dueOn?: CalendarDate;
    amountCents: Cents;
    lateCharge?: { imposedOn: CalendarDate; amountCents: Cents };
  };
  /** (d)(2): the first three parts are the payment to come; all but the last sum to the amount due. */
  explanation: {
    principalCents: Cents;
    interestCents: Cents;
    escrowCents: Cents;
    chargesOwedCents: Cents;
    pastDueCents: Cents;
    chargesImposedSinceLastCents: Cents;
  };
  /** (d)(3) */
  pastPayments: { sinceLast: PaymentBreakdown; yearToDate: PaymentBreakdown };
  /** (d)(4) */
  transactions: readonly { on: CalendarDate; description: string; source: string; amountCents: Cents }[];
  /** Entries of earlier statements that have turned out otherwise since. */
  corrections: readonly Correction[];
  /** (d)(5): money held, and what must be done for it to be applied. */
  partialPayments?: { heldCents: Cents; neededCents: Cents };
  /** (d)(7) */
  account: {
    principalCents: Cents;
    deferredCents: Cents;
    ratePpm: Ppm;
    hasPrepaymentPenalty: boolean;
    escrowCents: Cents;
  };
  /** (d)(8): only when more than 45 days delinquent. */
  delinquency?: DelinquencyBlock;
}

/** Worked out from the same replay as the ledger, so that its totals are the ledger's. */
export function periodicStatement(
  terms: AccountTerms,
  events: readonly AccountEvent[],
  { statementOn, previousOn, knownAt, previouslyKnownAt }: StatementRequest,
): PeriodicStatement {
  const asOf = { on: statementOn, ...(knownAt ? { knownAt } : {}) };
  const account = accountOn(terms, events, asOf);
  const view = accountView(account, asOf);
  const upcoming =
    account.open.find(({ dueOn }) => dueOn > statementOn) ?? prospects(account).next().value?.instalment;
  const parts = upcoming?.unpaid ?? {
    principalCents: cents(0),
    interestCents: cents(0),
    escrowCents: cents(0),
  };
  const asked = cents(parts.principalCents + parts.interestCents + parts.escrowCents);
  const { chargesOwedCents, pastDueCents, suspenseCents } = view;
  const oldest = view.pastDue[0]?.unpaid ?? parts;
  const needed = oldest.principalCents + oldest.interestCents + oldest.escrowCents - suspenseCents;
  const newYear = addDays(dateOf(partsOf(statementOn).year, 1, 1), -1);
  const delinquency = delinquencyBlock(view);
  return {
    statementOn,
    amountDue: {
      ...(upcoming ? { dueOn: upcoming.dueOn, ...lateChargeOf(terms, upcoming) } : {}),
      amountCents: cents(asked + pastDueCents + chargesOwedCents),
    },
    explanation: {
      ...parts,
      chargesOwedCents,
      pastDueCents,
      chargesImposedSinceLastCents: sumCents(
        view.charges
          .filter(({ assessedOn }) => assessedOn > previousOn)
          .map(({ amountCents }) => amountCents),
      ),
    },
    pastPayments: {
      sinceLast: paymentBreakdown(view, previousOn, statementOn),
      yearToDate: paymentBreakdown(view, newYear, statementOn),
    },
    transactions: transactionsOf(view, previousOn),
    corrections: previouslyKnownAt
      ? correctionsOf(terms, events, previousOn, previouslyKnownAt, knownAt)
      : [],
    ...(suspenseCents > 0
      ? { partialPayments: { heldCents: suspenseCents, neededCents: cents(Math.max(needed, 0)) } }
      : {}),
    account: {
      principalCents: view.principalCents,
      deferredCents: view.deferredCents,
      ratePpm: view.ratePpm,
      hasPrepaymentPenalty: terms.prepaymentPenalty?.some(({ untilOn }) => untilOn >= statementOn) ?? false,
      escrowCents: view.escrowCents,
    },
    ...(delinquency ? { delinquency } : {}),
  };
}

function lateChargeOf(
  { lateCharge: terms }: AccountTerms,
  { dueOn, full }: Instalment,
): Pick<PeriodicStatement['amountDue'], 'lateCharge'> {
  if (!terms) return {};
  const principalAndInterestCents = cents(full.principalCents + full.interestCents);
  const { amountCents } = lateCharge(terms, {
    principalAndInterestCents,
    escrowCents: full.escrowCents,
    overdueCents: principalAndInterestCents,
    shortfallCents: cents(principalAndInterestCents + full.escrowCents),
    lateChargesTakenCents: cents(0),
  });
  return { lateCharge: { imposedOn: lateOn(dueOn, terms), amountCents } };
}

const described: Readonly<Record<string, string>> = {
  payment: 'payment received',
  curtailment: 'payment received for principal',
  payoff: 'payoff received',
  'held-applied': 'money held applied',
  fee: 'fee',
  'late-charge': 'late charge',
  waiver: 'charge waived',
  'suspense-return': 'money held returned',
  deferral: 'payments put off',
};

/** The account that shows what an entry took off the amount due; money itself where it is not another. */
const movedBy: Readonly<Record<string, AccountName>> = { 'held-applied': 'suspense', deferral: 'deferred' };

/** What was credited or debited to the account since the last statement; payments are negative, charges positive. */
function transactionsOf(view: AccountView, previousOn: CalendarDate): PeriodicStatement['transactions'] {
  return view.entries.flatMap(({ source, on, kind, postings }) => {
    const description = described[kind];
    if (description === undefined || on <= previousOn) return [];
    const of = (...names: AccountName[]) =>
      cents(
        postings
          .filter(({ account }) => names.includes(account))
          .reduce((sum, each) => sum + each.amountCents, 0),
      );
    const charge = view.charges.find(({ id }) => id === source);
    const isCharge = charge !== undefined || kind === 'waiver';
    const amountCents = isCharge
      ? of('late-charges-receivable', 'fees-receivable')
      : cents(0 - of(movedBy[kind] ?? 'cash'));
    return [{ on, description: charge?.name ?? description, source, amountCents }];
  });
}

function correctionsOf(
  terms: AccountTerms,
  events: readonly AccountEvent[],
  on: CalendarDate,
  before: Instant,
  now?: Instant,
): readonly Correction[] {
  const then = replay(terms, events, { on, knownAt: before });
  return compareViews(then, replay(terms, events, { on, ...(now ? { knownAt: now } : {}) })).corrections;
}
