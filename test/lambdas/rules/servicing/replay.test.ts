import { describe, expect, it } from 'vitest';
import { amortize } from '../../../../lambdas/rules/amortization/amortize.ts';
import { calendarDate as on } from '../../../../lambdas/shared/calendar.ts';
import { InstantSchema } from '../../../../lambdas/rules/servicing/account-event.ts';
import { viewAt as at } from './view-at.ts';
import { history, note, paid, termsWith } from './accounts.ts';
import {
  lateChargesFirst,
  paidAhead,
  partialPaymentsApplied,
  uniformInstrument,
} from '../../../../lambdas/rules/servicing/note-waterfalls.ts';
import { replay } from '../../../../lambdas/rules/servicing/replay.ts';

const late = (view: ReturnType<typeof at>) =>
  view.charges
    .filter(({ bucket }) => bucket === 'late-charge')
    .map(({ id, amountCents }) => [id, amountCents]);

describe('an account whose payments come on time', () => {
  it('runs as its schedule does, to the last cent', () => {
    const terms = termsWith({ escrowCents: 0 });
    const { payments } = amortize(note);
    const events = history(...payments.map(({ dueOn, paymentCents }) => paid(dueOn ?? '', paymentCents)));
    for (const index of [0, 59, 358]) {
      const { dueOn, balanceCents } = payments[index] ?? {};
      expect(at(events, dueOn ?? '', terms).principalCents).toBe(balanceCents);
    }
    const last = at(events, '2056-01-01', terms);
    expect(last).toMatchObject({
      status: 'PAID_IN_FULL',
      principalCents: 0,
      paidOffOn: '2055-12-01',
      suspenseCents: 0,
    });
    expect(last.balances['interest-income']).toBe(0 - amortize(note).totalInterestCents);
  });

  it('takes a payment that comes early as the next one', () => {
    const view = at(history(paid('2025-12-20')), '2025-12-31');
    expect(view).toMatchObject({ principalCents: 119_880_54, escrowCents: 280_54, nextDueOn: '2026-02-01' });
  });
});

describe('money short of a payment', () => {
  it('is held, and applied when it adds up to one (12 CFR 1026.36(c)(1)(ii))', () => {
    const events = history(
      paid('2026-01-01', 700_00),
      paid('2026-02-10', 200_00),
      paid('2026-03-05', 350_00),
    );
    expect(at(events, '2026-01-31')).toMatchObject({ suspenseCents: 700_00, nextDueOn: '2026-01-01' });
    expect(at(events, '2026-02-28')).toMatchObject({ suspenseCents: 900_00, principalCents: 120_000_00 });
    const whole = at(events, '2026-03-05');
    expect(whole).toMatchObject({ suspenseCents: 250_00, nextDueOn: '2026-02-01', daysDelinquent: 32 });
  });

  it('of more than is due waits, and is applied by itself when the next payment is due', () => {
    const terms = termsWith({ waterfall: { ...uniformInstrument, surplus: 'suspense' } });
    const events = history(paid('2026-01-01', 2_500_00));
    expect(at(events, '2026-01-31', terms)).toMatchObject({
      suspenseCents: 1_500_00,
      nextDueOn: '2026-02-01',
    });
    expect(at(events, '2026-02-01', terms)).toMatchObject({ suspenseCents: 500_00, nextDueOn: '2026-03-01' });
  });

  it('makes out no instalment that it does not reach', () => {
    const ahead = termsWith({ waterfall: paidAhead });
    const income = (amountCents: number) =>
      at(history(paid('2025-12-20', amountCents)), '2025-12-20', ahead).balances['interest-income'];
    expect([999_99, 1_000_00, 1_999_99].map(income)).toEqual([0, -600_00, -600_00]);
  });

  it('can be sent back', () => {
    const events = history(paid('2026-01-01', 600_00), {
      kind: 'suspense-return',
      effectiveOn: '2026-01-09',
      amountCents: 700_00,
    });
    const view = at(events, '2026-01-10');
    expect([view.suspenseCents, view.balances.cash]).toEqual([0, 0]);
    expect(view.notices).toMatchObject([{ code: 'LessHeld' }]);
  });

  it('is applied at once where the note says so', () => {
    const view = at(
      history(paid('2026-01-01', 650_00)),
      '2026-01-02',
      termsWith({ waterfall: partialPaymentsApplied }),
    );
    expect(view).toMatchObject({ principalCents: 119_950_00, suspenseCents: 0, interestOwedCents: 0 });
    expect(view.pastDueCents).toBe(350_00);
  });
});

describe('late charges', () => {
  it('fall on the sixteenth day, once, and are paid after the payments', () => {
    const events = history(paid('2026-01-17'), paid('2026-02-01', 1_035_97));
    expect(late(at(events, '2026-01-16'))).toEqual([]);
    expect(late(at(events, '2026-01-17'))).toEqual([['late-charge:2026-01-01', 35_97]]);
    expect(at(events, '2026-03-01')).toMatchObject({ chargesOwedCents: 0, suspenseCents: 0 });
  });

  it('do not fall on a payment received on the last day of grace', () => {
    expect(late(at(history(paid('2026-01-16')), '2026-01-31'))).toEqual([]);
  });

  it('do not pyramid when the note takes them first (12 CFR 1026.36(c)(2))', () => {
    const terms = termsWith({ waterfall: lateChargesFirst });
    const events = history(paid('2026-01-25'), paid('2026-02-01'), paid('2026-03-01'));
    const view = at(events, '2026-03-31', terms);
    expect(late(view)).toEqual([['late-charge:2026-01-01', 35_97]]);
    expect(view).toMatchObject({ suspenseCents: 964_03, nextDueOn: '2026-03-01', chargesOwedCents: 0 });
  });

  it('fall on what a fee took: only late charges may not pyramid', () => {
    const [instalments, charges] = partialPaymentsApplied.stages;
    const stages = [charges, instalments].flatMap((stage) => stage ?? []);
    const feesFirst = { ...partialPaymentsApplied, stages };
    const events = history(
      { kind: 'fee', effectiveOn: '2025-12-31', amountCents: 25_00, name: 'inspection' },
      paid('2026-01-01'),
    );
    const view = at(events, '2026-01-17', termsWith({ waterfall: feesFirst }));
    expect(view.pastDueCents).toBe(25_00);
    expect(late(view)).toEqual([['late-charge:2026-01-01', 35_97]]);
  });

  it('fall again once the account was current, whatever was taken before', () => {
    const terms = termsWith({ waterfall: lateChargesFirst });
    const events = history(
      paid('2026-01-25'),
      paid('2026-02-01', 35_97),
      paid('2026-02-02'),
      paid('2026-03-01', 970_00),
    );
    expect(late(at(events, '2026-03-16', terms)).map(([id]) => id)).toEqual(['late-charge:2026-01-01']);
    expect(late(at(events, '2026-03-17', terms)).map(([id]) => id)).toContain('late-charge:2026-03-01');
  });

  it('may fall each month while a missed payment is not made up (comment 34(a)(8)(iv)-1)', () => {
    const events = history(paid('2026-02-01'), paid('2026-03-01'));
    expect(late(at(events, '2026-03-20')).map(([id]) => id)).toEqual([
      'late-charge:2026-01-01',
      'late-charge:2026-02-01',
      'late-charge:2026-03-01',
    ]);
  });

  it('rest while held, to its last day, as for 60 days after a transfer (12 CFR 1024.33(c)(1))', () => {
    const hold = (untilOn: string) =>
      history({ kind: 'late-charge-hold', effectiveOn: '2025-12-15', untilOn, reason: 'servicing-transfer' });
    const from = (untilOn: string) => late(at(hold(untilOn), '2026-02-20')).map(([id]) => id);
    expect(from('2026-02-16')).toEqual(['late-charge:2026-02-01']);
    expect(from('2026-02-17')).toEqual([]);
    expect(from('2026-01-16')).toHaveLength(2);
    const overlapping = history(
      { kind: 'late-charge-hold', effectiveOn: '2025-12-15', untilOn: '2026-02-17', reason: 'disaster' },
      { kind: 'late-charge-hold', effectiveOn: '2025-12-16', untilOn: '2026-01-02', reason: 'other' },
    );
    expect(late(at(overlapping, '2026-02-20'))).toEqual([]);
  });

  it('can be waived, and a waiver of none says so', () => {
    const waive = (chargeId: string) => ({ kind: 'waiver' as const, effectiveOn: '2026-01-20', chargeId });
    const view = at(history(waive('late-charge:2026-01-01'), waive('e9')), '2026-01-20');
    expect(view).toMatchObject({ chargesOwedCents: 0, notices: [{ source: 'e1', code: 'NothingToWaive' }] });
    expect(view.balances['late-charge-income']).toBe(0);
  });
});

describe('charges by hand', () => {
  it('stand with fees, or with late charges when they are one, and cost the servicer nothing when advanced', () => {
    const fee = { kind: 'fee' as const, effectiveOn: '2026-01-02', amountCents: 30_00, name: 'inspection' };
    const events = history(
      { ...fee, isAdvanced: true },
      { ...fee, bucket: 'late-charge', name: 'late charge of the servicer before' },
      paid('2026-01-03', 1_030_00),
    );
    const view = at(events, '2026-01-03');
    expect(view.charges.map(({ bucket, owedCents }) => [bucket, owedCents])).toEqual([
      ['fee', 30_00],
      ['late-charge', 0],
    ]);
    expect(view.balances).toMatchObject({ 'fee-income': 0, 'late-charge-income': -30_00, cash: 1_000_00 });
  });
});

describe('history that changes', () => {
  const returned = (reverses: string, effectiveOn: string, feeCents = 30_00) => ({
    kind: 'reversal' as const,
    effectiveOn,
    reverses,
    reason: 'returned' as const,
    feeCents,
  });

  it('a returned payment is as if it had never come, but for its fee within the terms', () => {
    const view = at(history(paid('2026-01-01', 1_000_00, 'p'), returned('p', '2026-01-06')), '2026-01-20');
    expect(view).toMatchObject({
      principalCents: 120_000_00,
      nextDueOn: '2026-01-01',
      chargesOwedCents: 25_00 + 35_97,
    });
    expect(view.charges[0]).toMatchObject({ name: 'returned payment fee', amountCents: 25_00 });
  });

  it('our own error costs the borrower nothing, and a reversal reversed restores the payment', () => {
    const error = { ...returned('p', '2026-01-06'), reason: 'error' as const, id: 'r' };
    const undone = history(paid('2026-01-01', 1_000_00, 'p'), error);
    expect(at(undone, '2026-01-07').charges).toEqual([]);
    const restored = history(paid('2026-01-01', 1_000_00, 'p'), error, {
      kind: 'reversal',
      effectiveOn: '2026-01-08',
      reverses: 'r',
      reason: 'error',
    });
    expect(at(restored, '2026-01-09').nextDueOn).toBe('2026-02-01');
  });

  it('a payment back-dated to its receipt takes its late charge away, and the old view is kept', () => {
    const events = history({ ...paid('2026-01-10'), enteredAt: '2026-01-20T12:00:00Z' });
    const asOf = { on: on('2026-01-31') };
    const known = (knownAt: string) => replay(termsWith(), events, { ...asOf, knownAt: knownAt as never });
    expect(late(known('2026-01-19T00:00:00Z'))).toEqual([['late-charge:2026-01-01', 35_97]]);
    expect(late(known('2026-01-21T00:00:00Z'))).toEqual([]);
  });

  it('an event is known at the very instant of its entry, however that was written', () => {
    const events = history({ ...paid('2026-01-10'), enteredAt: '2026-01-20T12:00:00Z' });
    const view = (knownAt: string) =>
      replay(termsWith(), events, { on: on('2026-01-31'), knownAt: InstantSchema.parse(knownAt) });
    expect(view('2026-01-20T12:00:00.000Z').nextDueOn).toBe('2026-02-01');
    expect(view('2026-01-20T11:59:59.999Z').nextDueOn).toBe('2026-01-01');
  });

  it('refuses what contradicts itself', () => {
    const circle = history(
      { ...returned('b', '2026-01-06'), id: 'a' },
      { ...returned('a', '2026-01-06'), id: 'b' },
    );
    const codes = [
      history(returned('x', '2026-01-06')),
      history(paid('2026-01-01', 1, 'p'), paid('2026-01-02', 1, 'p')),
      circle,
    ];
    expect(codes.map((events) => codeOf(() => at(events, '2026-02-01')))).toEqual([
      'ReversedEventUnknown',
      'DuplicateEvent',
      'ReversalOfItself',
    ]);
  });
});

function codeOf(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
}
