import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { addDays, calendarDate as on } from '../../../../lambdas/shared/calendar.ts';
import { history, paid, termsWith } from './accounts.ts';
import { uniformInstrument } from '../../../../lambdas/rules/servicing/note-waterfalls.ts';
import { periodicStatement } from '../../../../lambdas/rules/servicing/periodic-statement.ts';
import { replay } from '../../../../lambdas/rules/servicing/replay.ts';
import type { AccountEvent } from '../../../../lambdas/rules/servicing/account-event.ts';
import type { Instant } from '../../../../lambdas/shared/clock.ts';

const statement = (events: readonly AccountEvent[], statementOn: string, previousOn: string) =>
  periodicStatement(termsWith(), events, { statementOn: on(statementOn), previousOn: on(previousOn) });

const jan = ['2026-01-20', '2025-12-20'] as const;
const feb = ['2026-02-20', '2026-01-20'] as const;
const jun = ['2026-06-20', '2026-05-20'] as const;

describe('a periodic statement (12 CFR 1026.41(d))', () => {
  it('asks for the coming payment with what is past due and charged, and says when a late charge follows', () => {
    const { amountDue, explanation } = statement(history(), ...jan);
    expect(amountDue).toEqual({
      dueOn: '2026-02-01',
      amountCents: 2_035_97,
      lateCharge: { imposedOn: '2026-02-17', amountCents: 35_97 },
    });
    expect(explanation).toEqual({
      principalCents: 120_06,
      interestCents: 599_40,
      escrowCents: 280_54,
      chargesOwedCents: 35_97,
      pastDueCents: 1_000_00,
      chargesImposedSinceLastCents: 35_97,
    });
  });

  it('breaks past payments down, since the last statement and for the year', () => {
    const events = history(paid('2026-01-01'), paid('2026-02-01', 1_150_00));
    const { pastPayments } = statement(events, ...feb);
    expect(pastPayments.sinceLast).toEqual({
      receivedCents: 1_150_00,
      principalCents: 270_06,
      interestCents: 599_40,
      escrowCents: 280_54,
      chargesCents: 0,
      unappliedCents: 0,
      heldChangeCents: 0,
    });
    expect(pastPayments.yearToDate).toMatchObject({ receivedCents: 2_150_00, interestCents: 1_199_40 });
  });

  it('shows money held by when it came, the oldest used first (comment 41(d)(3)-1)', () => {
    const events = history(
      paid('2026-01-01', 700_00),
      paid('2026-02-10', 200_00),
      paid('2026-03-05', 350_00),
    );
    const unapplied = ([statementOn, previousOn]: readonly [string, string]) => {
      const { sinceLast, yearToDate } = statement(events, statementOn, previousOn).pastPayments;
      return [sinceLast.unappliedCents, yearToDate.unappliedCents];
    };
    expect([jan, feb, ['2026-03-20', '2026-02-20'] as const].map(unapplied)).toEqual([
      [700_00, 700_00],
      [200_00, 900_00],
      [250_00, 250_00],
    ]);
    expect(statement(events, ...feb).partialPayments).toEqual({ heldCents: 900_00, neededCents: 100_00 });
  });

  it('lists what was credited and charged since the last one, fees by their own names', () => {
    const fee = {
      kind: 'fee' as const,
      effectiveOn: '2026-02-05',
      amountCents: 18_00,
      name: 'property inspection',
    };
    const waiver = { kind: 'waiver' as const, effectiveOn: '2026-02-06', chargeId: 'late-charge:2026-01-01' };
    const { transactions } = statement(history(paid('2026-01-18'), fee, waiver, paid('2026-02-10')), ...feb);
    expect(
      transactions.map(({ on: day, description, amountCents }) => [day, description, amountCents]),
    ).toEqual([
      ['2026-02-05', 'property inspection', 18_00],
      ['2026-02-06', 'charge waived', -35_97],
      ['2026-02-10', 'payment received', -1_000_00],
    ]);
  });

  it('lists what was put off, and money held that was applied by itself', () => {
    const deferral = { kind: 'deferral' as const, effectiveOn: '2026-02-18', instalments: 1 };
    const { transactions, account } = statement(history(deferral), ...feb);
    expect(transactions.at(-1)).toMatchObject({ description: 'payments put off', amountCents: -719_46 });
    expect(account.deferredCents).toBe(719_46);
    const waits = termsWith({ waterfall: { ...uniformInstrument, surplus: 'suspense' } });
    const held = periodicStatement(waits, history(paid('2026-01-01', 2_500_00)), {
      statementOn: on('2026-02-20'),
      previousOn: on('2026-01-20'),
    });
    expect(held.transactions).toMatchObject([{ description: 'money held applied', amountCents: -1_000_00 }]);
  });

  it('lists what has turned out otherwise since the last one', () => {
    const events = history(paid('2026-01-01', 1_000_00, 'p'), {
      kind: 'reversal',
      effectiveOn: '2026-01-25',
      reverses: 'p',
      reason: 'returned',
    });
    const { corrections } = periodicStatement(termsWith(), events, {
      statementOn: on('2026-02-20'),
      previousOn: on('2026-01-20'),
      previouslyKnownAt: '2026-01-20T23:00:00Z' as Instant,
    });
    expect(corrections.map(({ source, change }) => [source, change])).toEqual([
      ['p', 'removed'],
      ['late-charge:2026-01-01', 'added'],
    ]);
  });

  it('tells a delinquent account’s story only beyond 45 days', () => {
    const events = history(paid('2026-01-01'), paid('2026-03-01'), paid('2026-04-12'));
    expect(statement(events, '2026-05-16', '2026-04-16').delinquency).toBeUndefined();
    expect(statement(events, '2026-05-17', '2026-04-16').delinquency).toEqual({
      delinquentSinceOn: '2026-04-01',
      daysDelinquent: 46,
      history: [
        { dueOn: '2026-02-01', unpaidCents: 0, paidOn: '2026-03-01' },
        { dueOn: '2026-03-01', unpaidCents: 0, paidOn: '2026-04-12' },
        { dueOn: '2026-04-01', unpaidCents: 1_000_00 },
        { dueOn: '2026-05-01', unpaidCents: 1_000_00 },
      ],
      toBringCurrentCents: 2_000_00 + 4 * 35_97,
      heldCents: 0,
    });
  });

  it('goes back six months at most', () => {
    const { delinquency } = statement(history(), '2026-09-20', '2026-08-20');
    expect(delinquency?.history.map(({ dueOn }) => dueOn)).toEqual([
      '2026-04-01',
      '2026-05-01',
      '2026-06-01',
      '2026-07-01',
      '2026-08-01',
      '2026-09-01',
    ]);
  });

  it('ties with the ledger: the explanation sums to the amount due, money received to what became of it', () => {
    const events = fc
      .array(fc.tuple(fc.nat(190), fc.integer({ min: 1, max: 2_600_00 })), { maxLength: 9 })
      .map((made) => history(...made.map(([days, amount]) => paid(addDays(on('2025-12-15'), days), amount))));
    fc.assert(
      fc.property(events, (made) => {
        const { amountDue, explanation, pastPayments, account } = statement(made, ...jun);
        const { chargesImposedSinceLastCents: _imposed, ...asked } = explanation;
        expect(Object.values(asked).reduce((sum, part) => sum + part, 0)).toBe(amountDue.amountCents);
        for (const { receivedCents, unappliedCents, ...became } of Object.values(pastPayments)) {
          expect(Object.values(became).reduce((sum, part) => sum + part, 0)).toBe(receivedCents);
          expect(unappliedCents).toBeLessThanOrEqual(receivedCents);
        }
        const { balances } = replay(termsWith(), made, { on: on('2026-06-20') });
        expect([account.principalCents, account.escrowCents]).toEqual([
          balances.principal,
          0 - balances.escrow,
        ]);
      }),
      { numRuns: 60 },
    );
  });
});
