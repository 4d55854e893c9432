import * as z from 'zod';
import { AccountEventSchema, InstantSchema } from '../../lambdas/rules/servicing/account-event.ts';
import { AccountTermsSchema } from '../../lambdas/rules/servicing/account-terms.ts';
import { CalendarDateSchema, NonNegativeCentsSchema } from '../../lambdas/shared/value-schemas.ts';
import { ClaimSchema, WaterfallSchema, allocate } from '../../lambdas/rules/servicing/waterfall.ts';
import {
  LateChargeTermsSchema,
  LateInstalmentSchema,
  highCostLateChargeBreaches,
  lateCharge,
  lateOn,
} from '../../lambdas/rules/servicing/late-charge.ts';
import { compareViews } from '../../lambdas/rules/servicing/compare-views.ts';
import { defineEngine } from './engine.ts';
import { cents, formatDollars } from '../../lambdas/shared/money.ts';
import { formatPercent } from '../../lambdas/shared/rate.ts';
import { payoffQuote } from '../../lambdas/rules/servicing/payoff-quote.ts';
import { periodicStatement } from '../../lambdas/rules/servicing/periodic-statement.ts';
import { replay } from '../../lambdas/rules/servicing/replay.ts';
import { uniformInstrument } from '../../lambdas/rules/servicing/note-waterfalls.ts';
import type { Entry } from '../../lambdas/rules/servicing/journal-entry.ts';

const AccountSchema = z.strictObject({
  terms: AccountTermsSchema,
  events: z.array(AccountEventSchema).max(5_000),
  /** As far as was known then; all, when absent. */
  knownAt: InstantSchema.optional(),
});

const loan = {
  terms: {
    note: {
      principalCents: 12_000_000,
      periods: { kind: 'equal' as const, perYear: 12, firstDueOn: '2026-01-01' },
      segments: [{ payments: 360, ratePpm: 60_000, payment: { kind: 'level' as const, overPayments: 360 } }],
    },
    openedOn: '2025-12-01',
    escrowCents: 28_054,
    lateCharge: {
      graceDays: 15,
      amount: { kind: 'percent' as const, ratePpm: 50_000, of: 'principal-and-interest' as const },
    },
  },
  events: [
    {
      kind: 'payment' as const,
      id: 'pay-1',
      effectiveOn: '2026-01-10',
      enteredAt: '2026-01-26T15:00:00Z',
      amountCents: 100_000,
    },
  ],
};

const dollars = formatDollars;
const lineOf = ({ on, source, kind, postings }: Entry): string =>
  `${on} ${kind} ${source}: ${postings.map(({ account, amountCents }) => `${amountCents > 0 ? 'debit' : 'credit'} ${account} ${dollars(cents(Math.abs(amountCents)))}`).join(', ')} (${citations[kind] ?? 'the note'})`;

/** By what each kind of entry is. */
const citations: Readonly<Record<string, string>> = {
  payment: 'credited as of receipt, 12 CFR 1026.36(c)(1)(i)',
  'held-applied': 'held until it makes a periodic payment, 12 CFR 1026.36(c)(1)(ii)',
  'late-charge': 'no pyramiding, 12 CFR 1026.36(c)(2)',
  'escrow-disbursement': 'paid on time, advanced when short, 12 CFR 1024.17(k)',
};

export const waterfall = defineEngine({
  name: 'waterfall',
  summary: 'How money received is applied to what is owed, in the note’s order',
  input: z.strictObject({
    amountCents: NonNegativeCentsSchema,
    claims: z.array(ClaimSchema).max(5_000),
    waterfall: WaterfallSchema.default(uniformInstrument),
  }),
  example: {
    amountCents: 150_000,
    claims: [
      {
        key: '2026-01-01',
        instalmentOn: '2026-01-01',
        bucket: 'interest',
        timing: 'past-due',
        amountCents: 60_000,
      },
      {
        key: '2026-01-01',
        instalmentOn: '2026-01-01',
        bucket: 'principal',
        timing: 'past-due',
        amountCents: 11_946,
      },
      {
        key: '2026-01-01',
        instalmentOn: '2026-01-01',
        bucket: 'escrow',
        timing: 'past-due',
        amountCents: 28_054,
      },
      { key: 'fee-1', instalmentOn: '2026-01-01', bucket: 'fee', timing: 'due', amountCents: 2_500 },
    ],
  },
  run: ({ amountCents, claims, waterfall: { stages } }) => allocate(amountCents, claims, stages),
  explain: ({ amountCents, waterfall: { citation, surplus } }, { applied, leftCents, isHeld }) => [
    `${dollars(amountCents)} applied in order (${citation})`,
    ...applied.map(
      ({ claim, amountCents: paid }) =>
        `${claim.bucket} of ${claim.instalmentOn} ${claim.timing}: ${dollars(paid)} of ${dollars(claim.amountCents)}`,
    ),
    `${dollars(leftCents)} left${isHeld ? ', short of a whole instalment: held (12 CFR 1026.36(c)(1)(ii))' : `: ${surplus}`}`,
  ],
});

export const replayed = defineEngine({
  name: 'replay',
  summary:
    'An account on a day from its whole history, with its ledger; and what changed since it was last known',
  input: AccountSchema.extend({
    on: CalendarDateSchema,
    /** Compares with the view that was known then. */
    comparedWithKnownAt: InstantSchema.optional(),
  }),
  example: { ...loan, on: '2026-01-31', comparedWithKnownAt: '2026-01-25T00:00:00Z' },
  run: ({ terms, events, on, knownAt, comparedWithKnownAt }) => {
    const view = replay(terms, events, { on, ...(knownAt ? { knownAt } : {}) });
    if (!comparedWithKnownAt) return { view };
    const before = replay(terms, events, { on, knownAt: comparedWithKnownAt });
    return { view, comparison: compareViews(before, view) };
  },
  explain: (_input, { view, comparison }) => [
    ...view.entries.map(lineOf),
    ...view.notices.map(({ source, code, message }) => `${source}: ${code}: ${message}`),
    ...(comparison?.corrections.map(
      ({ change, ...entry }) => `corrected: ${change} ${lineOf({ ...entry, on: entry.effectiveOn })}`,
    ) ?? []),
  ],
});

export const payoff = defineEngine({
  name: 'payoff',
  summary: 'What pays a loan off, day by day, with the deadline of the statement',
  input: AccountSchema.extend({
    payoffOn: CalendarDateSchema,
    goodThroughOn: CalendarDateSchema,
    requestedOn: CalendarDateSchema.optional(),
    costs: z
      .array(z.strictObject({ name: z.string().min(1).max(120), amountCents: NonNegativeCentsSchema }))
      .max(20)
      .optional(),
  }).refine(({ terms, payoffOn }) => payoffOn >= terms.openedOn, {
    path: ['payoffOn'],
    message: 'a loan is not paid off before it is opened',
  }),
  example: { ...loan, payoffOn: '2026-02-11', goodThroughOn: '2026-02-13', requestedOn: '2026-02-02' },
  run: ({ terms, events, payoffOn, goodThroughOn, ...asked }) => {
    const { knownAt, requestedOn, costs } = asked;
    return payoffQuote(terms, events, {
      payoffOn,
      goodThroughOn,
      ...(knownAt ? { knownAt } : {}),
      ...(requestedOn ? { requestedOn } : {}),
      ...(costs ? { costs } : {}),
    });
  },
  explain: (_input, quote) => [
    `principal ${dollars(quote.principalCents)}`,
    `interest from ${quote.interestFromOn} to ${quote.payoffOn} at ${formatPercent(quote.ratePpm)}: ${dollars(quote.interestCents)}, ${dollars(quote.perDiemCents)} a day (the note)`,
    ...(quote.deferredCents > 0 ? [`put off without interest ${dollars(quote.deferredCents)}`] : []),
    `escrow advanced ${dollars(quote.escrowAdvanceCents)} (12 CFR 1024.17(k))`,
    ...quote.charges.map(({ id, name, owedCents }) => `${name} ${id}: ${dollars(owedCents)}`),
    ...quote.costs.map(({ name, amountCents }) => `${name}: ${dollars(amountCents)}`),
    `prepayment penalty ${dollars(quote.prepaymentPenaltyCents)} (12 CFR 1026.43(g))`,
    `less held ${dollars(quote.heldCents)}: ${dollars(quote.totalCents)} to be sent`,
    ...quote.totals.map(({ on, totalCents }) => `received on ${on}: ${dollars(totalCents)}`),
    `statement due by ${quote.statementDueBy ?? 'no request'}: seven business days (12 CFR 1026.36(c)(3))`,
    `escrow of ${dollars(quote.escrowCents)} returned by ${quote.escrowReturnedBy} (12 CFR 1024.34(a))`,
  ],
});

export const late = defineEngine({
  name: 'late-charge',
  summary: 'Whether an instalment bears a late charge, how much, and from which day',
  input: z.strictObject({
    terms: LateChargeTermsSchema,
    dueOn: CalendarDateSchema,
    instalment: LateInstalmentSchema,
    isHighCost: z.boolean().default(false),
  }),
  example: {
    terms: loan.terms.lateCharge,
    dueOn: '2026-01-01',
    instalment: {
      principalAndInterestCents: 71_946,
      escrowCents: 28_054,
      overdueCents: 71_946,
      shortfallCents: 100_000,
      lateChargesTakenCents: 0,
    },
  },
  run: ({ terms, dueOn, instalment, isHighCost }) => ({
    imposedOn: lateOn(dueOn, terms),
    ...lateCharge(terms, instalment),
    highCostBreaches: isHighCost ? highCostLateChargeBreaches(terms, instalment) : [],
  }),
  explain: ({ dueOn, terms }, { imposedOn, amountCents, reason, citation, highCostBreaches }) => [
    `due ${dueOn}, ${terms.graceDays} days of grace: imposed on ${imposedOn} if it is then unpaid (the note)`,
    `${dollars(amountCents)}: ${reason} (${citation})`,
    'only once for a payment, and none for what earlier late charges took (12 CFR 1026.36(c)(2))',
    ...highCostBreaches,
  ],
});

export const statement = defineEngine({
  name: 'periodic-statement',
  summary: 'The figures of a periodic statement of a mortgage',
  input: AccountSchema.extend({
    statementOn: CalendarDateSchema,
    previousOn: CalendarDateSchema,
    previouslyKnownAt: InstantSchema.optional(),
  }).refine(({ statementOn, previousOn }) => previousOn <= statementOn, {
    path: ['previousOn'],
    message: 'the statement before is not later than this one',
  }),
  example: {
    ...loan,
    statementOn: '2026-01-31',
    previousOn: '2025-12-31',
    previouslyKnownAt: '2025-12-31T23:00:00Z',
  },
  run: ({ terms, events, statementOn, previousOn, knownAt, previouslyKnownAt }) =>
    periodicStatement(terms, events, {
      statementOn,
      previousOn,
      ...(knownAt ? { knownAt } : {}),
      ...(previouslyKnownAt ? { previouslyKnownAt } : {}),
    }),
  explain: (_input, { amountDue, explanation, pastPayments, transactions, delinquency }) => {
    const { sinceLast } = pastPayments;
    return [
      `amount due ${dollars(amountDue.amountCents)} on ${amountDue.dueOn ?? 'no date'} (12 CFR 1026.41(d)(1))`,
      `= principal ${dollars(explanation.principalCents)} + interest ${dollars(explanation.interestCents)} + escrow ${dollars(explanation.escrowCents)} + past due ${dollars(explanation.pastDueCents)} + charges ${dollars(explanation.chargesOwedCents)} (12 CFR 1026.41(d)(2))`,
      `received since the last statement ${dollars(sinceLast.receivedCents)}, of it unapplied ${dollars(sinceLast.unappliedCents)} (12 CFR 1026.41(d)(3), comment 1)`,
      ...transactions.map(
        ({ on, description, amountCents }) =>
          `${on} ${description} ${dollars(amountCents)} (12 CFR 1026.41(d)(4))`,
      ),
      delinquency
        ? `delinquent since ${delinquency.delinquentSinceOn}, ${delinquency.daysDelinquent} days; ${dollars(delinquency.toBringCurrentCents)} brings it current (12 CFR 1026.41(d)(8))`
        : 'not more than 45 days delinquent: no delinquency block (12 CFR 1026.41(d)(8))',
    ];
  },
});
