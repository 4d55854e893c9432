import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { AccountEventSchema } from '../../../../lambdas/rules/servicing/account-event.ts';
import { accountOn, advance, replay } from '../../../../lambdas/rules/servicing/replay.ts';
import { accountView, breachesOf } from '../../../../lambdas/rules/servicing/account-view.ts';
import { addDays, calendarDate as on } from '../../../../lambdas/shared/calendar.ts';
import { balancesOf } from '../../../../lambdas/rules/servicing/journal-entry.ts';
import { cents } from '../../../../lambdas/shared/money.ts';
import { compareViews } from '../../../../lambdas/rules/servicing/compare-views.ts';
import { effectiveHistory } from '../../../../lambdas/rules/servicing/effective-history.ts';
import { fixedRatePlan } from '../../../../lambdas/rules/amortization/note-plans.ts';
import { journal } from '../../../../lambdas/rules/servicing/journal.ts';
import {
  lateChargesFirst,
  paidAhead,
  partialPaymentsApplied,
  uniformInstrument,
} from '../../../../lambdas/rules/servicing/note-waterfalls.ts';
import { ppm } from '../../../../lambdas/shared/rate.ts';
import { termsWith } from './accounts.ts';
import type { AccountEvent } from '../../../../lambdas/rules/servicing/account-event.ts';
import type { Instant } from '../../../../lambdas/shared/clock.ts';

const opened = on('2026-01-05');
const note = fixedRatePlan({
  principalCents: cents(9_000_00),
  ratePpm: ppm(90_000),
  months: 12,
  firstDueOn: on('2026-02-01'),
});
const end = on('2027-03-31');

const terms = fc
  .record({
    waterfall: fc.constantFrom(uniformInstrument, paidAhead, partialPaymentsApplied, lateChargesFirst),
    interest: fc.constantFrom(
      { kind: 'scheduled' as const },
      { kind: 'scheduled' as const, curtailedPeriod: 'by-day' as const },
      { kind: 'daily' as const, dayCount: 'actual/365' as const },
    ),
    escrowCents: fc.constantFrom(0, 55_00),
  })
  .map((more) => termsWith({ note, openedOn: opened, ...more }));

const day = fc.nat(420).map((days) => addDays(opened, days));
const amount = fc.oneof(fc.constantFrom(787_06, 842_06, 1_700_00), fc.integer({ min: 1, max: 3_000_00 }));
const known = fc.nat(27).map((d) => `2027-01-${String(d + 1).padStart(2, '0')}T00:00:00Z`);
const of = (kind: string, more: Record<string, fc.Arbitrary<unknown>> = {}) =>
  fc.record({ kind: fc.constant(kind), effectiveOn: day, enteredAt: known, ...more });

const event = fc.oneof(
  { weight: 8, arbitrary: of('payment', { amountCents: amount }) },
  of('curtailment', { amountCents: amount, recast: fc.boolean() }),
  of('payoff', { amountCents: fc.integer({ min: 1, max: 12_000_00 }) }),
  of('recast'),
  of('rate-change', { ratePpm: fc.integer({ min: 20_000, max: 150_000 }) }),
  of('escrow-change', { fromDueOn: day, escrowCents: fc.nat(100_00) }),
  of('escrow-disbursement', {
    amountCents: fc.integer({ min: 1, max: 500_00 }),
    payee: fc.constant('taxes'),
  }),
  of('escrow-deposit', { amountCents: fc.integer({ min: 1, max: 100_00 }) }),
  of('fee', {
    amountCents: fc.integer({ min: 1, max: 90_00 }),
    name: fc.constant('inspection'),
    isAdvanced: fc.boolean(),
    bucket: fc.constantFrom('fee', 'late-charge'),
  }),
  of('waiver', {
    chargeId: fc.constantFrom('e0', 'e1', 'e2', 'late-charge:2026-02-01', 'late-charge:2026-04-01'),
  }),
  of('deferral', { instalments: fc.integer({ min: 1, max: 4 }) }),
  of('suspense-return', { amountCents: fc.integer({ min: 1, max: 300_00 }) }),
  of('late-charge-hold', { untilOn: day, reason: fc.constant('disaster') }),
);

const story = fc
  .array(event, { maxLength: 22 })
  .map((events) => events.map((each, index) => AccountEventSchema.parse({ id: `e${index}`, ...each })));

const asOf = { on: end };
const balancesAt = (t: ReturnType<typeof termsWith>, events: readonly AccountEvent[], knownAt?: Instant) =>
  replay(t, events, knownAt ? { ...asOf, knownAt } : asOf);

describe('laws of replay', () => {
  it('after every event the ledger balances, the figures are the ledger’s, and nothing is negative', () => {
    fc.assert(
      fc.property(terms, story, (t, events) => {
        const account = accountOn(t, [], { on: opened });
        for (const each of effectiveHistory(t, events)) {
          advance(account, [each], each.effectiveOn);
          expect(breachesOf(accountView(account, { on: each.effectiveOn }))).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('the order of arrival plays no part', () => {
    const shuffled = story.chain((events) =>
      fc.tuple(
        fc.constant(events),
        fc.shuffledSubarray(events, { minLength: events.length }),
        fc.array(known, { minLength: 22, maxLength: 22 }),
      ),
    );
    fc.assert(
      fc.property(terms, shuffled, (t, [events, arrived, instants]) => {
        const reentered = arrived.map((each, index) => ({ ...each, enteredAt: instants[index] as Instant }));
        expect(balancesAt(t, reentered)).toEqual(balancesAt(t, events));
      }),
      { numRuns: 60 },
    );
  });

  it('reversing an event is never having had it, its fee aside', () => {
    fc.assert(
      fc.property(terms, story, fc.nat(21), day, (t, events, which, reversedOn) => {
        const target = events[which % Math.max(events.length, 1)];
        fc.pre(target !== undefined);
        const reversal = AccountEventSchema.parse({
          kind: 'reversal',
          id: 'r',
          effectiveOn: reversedOn,
          enteredAt: '2027-02-01T00:00:00Z',
          reverses: target.id,
          reason: 'error',
        });
        const without = events.filter(({ id }) => id !== target.id);
        expect(balancesAt(t, [...events, reversal])).toEqual(balancesAt(t, without));
      }),
      { numRuns: 60 },
    );
  });

  it('a prefix replayed and then the rest is the whole', () => {
    fc.assert(
      fc.property(terms, story, day, (t, events, cut) => {
        const history = effectiveHistory(t, events);
        const kept = accountOn(t, events, { on: cut });
        const resumed = structuredClone({ ...kept, loan: undefined });
        const account = { ...resumed, loan: kept.loan };
        advance(
          account,
          history.filter(({ effectiveOn }) => effectiveOn > cut),
          end,
        );
        expect(accountView(account, asOf)).toEqual(balancesAt(t, events));
      }),
      { numRuns: 60 },
    );
  });

  it('the corrections between two views turn one ledger into the other, and each sums to zero', () => {
    fc.assert(
      fc.property(terms, story, known, (t, events, then) => {
        const [before, after] = [balancesAt(t, events, then as Instant), balancesAt(t, events)];
        const { corrections } = compareViews(before, after);
        expect(balancesOf([...before.entries, ...corrections])).toEqual(after.balances);
        for (const each of corrections)
          expect(each.postings.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it('the books only grow, and sum to each closing’s balances', () => {
    fc.assert(
      fc.property(
        terms,
        story,
        fc.uniqueArray(known, { minLength: 1, maxLength: 4 }),
        (t, events, instants) => {
          const closings = instants
            .toSorted()
            .map((knownAt, index) => ({ on: addDays(end, index - 60), knownAt: knownAt as Instant }));
          const booked = journal(t, events, closings);
          for (const closing of closings) {
            const lines = booked.filter(({ bookedAt }) => bookedAt <= closing.knownAt);
            expect(balancesOf(lines)).toEqual(replay(t, events, closing).balances);
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});
