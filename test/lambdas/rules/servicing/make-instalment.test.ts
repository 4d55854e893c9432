import { describe, expect, it } from 'vitest';
import { amortize } from '../../../../lambdas/rules/amortization/amortize.ts';
import {
  biweeklyPlan,
  fixedRatePlan,
  interestOnlyPlan,
} from '../../../../lambdas/rules/amortization/note-plans.ts';
import { addMonths, calendarDate as on } from '../../../../lambdas/shared/calendar.ts';
import { cents } from '../../../../lambdas/shared/money.ts';
import { viewAt as at } from './view-at.ts';
import { history, note, paid, termsWith } from './accounts.ts';
import { partialPaymentsApplied } from '../../../../lambdas/rules/servicing/note-waterfalls.ts';
import { ppm } from '../../../../lambdas/shared/rate.ts';

describe('rates and payments that change', () => {
  it('an adjusted rate makes the payment anew over the rest of the term', () => {
    const payments = Array.from({ length: 12 }, (_, index) => paid(addMonths(on('2026-01-01'), index)));
    const events = history(...payments, { kind: 'rate-change', effectiveOn: '2026-12-01', ratePpm: 80_000 });
    const view = at(events, '2026-12-31');
    const plan = {
      ...note,
      segments: [
        { ...note.segments[0], payments: 12 },
        { payments: 348, ratePpm: 80_000, payment: { kind: 'level', overPayments: 348 } },
      ],
    };
    const schedule = amortize(plan as typeof note).payments[12];
    expect(view.ratePpm).toBe(80_000);
    expect(view.nextInstalment?.full).toMatchObject({
      interestCents: schedule?.interestCents,
      principalCents: schedule?.principalCents,
    });
  });

  it('interest-only keeps a changed rate when principal payments begin', () => {
    const terms = termsWith({
      escrowCents: 0,
      note: interestOnlyPlan({
        principalCents: cents(120_000_00),
        ratePpm: ppm(60_000),
        months: 36,
        interestOnlyMonths: 3,
        firstDueOn: on('2026-01-01'),
      }),
    });
    const change = { kind: 'rate-change' as const, effectiveOn: '2026-02-01', ratePpm: 72_000 };
    const events = history(
      paid('2026-01-01', 600_00),
      paid('2026-02-01', 600_00),
      change,
      paid('2026-03-01', 720_00),
    );
    expect(at(events, '2026-02-28', terms).nextInstalment?.full).toMatchObject({
      interestCents: 720_00,
      principalCents: 0,
    });
    const level = at(events, '2026-03-02', terms);
    expect(level.nextInstalment?.full).toMatchObject({ interestCents: 720_00, principalCents: 3_299_10 });
  });

  it('half payments every two weeks are payments of their own plan', () => {
    const plan = biweeklyPlan(
      { principalCents: cents(120_000_00), ratePpm: ppm(60_000), months: 360, firstDueOn: on('2026-01-02') },
      cents(719_46),
    );
    const terms = termsWith({ note: plan, escrowCents: 0 });
    const schedule = amortize(plan).payments;
    const events = history(
      ...schedule.slice(0, 26).map(({ dueOn, paymentCents }) => paid(dueOn ?? '', paymentCents)),
    );
    expect(at(events, '2026-12-31', terms).principalCents).toBe(schedule[25]?.balanceCents);
  });

  it('interest that a stated payment does not cover is added to the balance', () => {
    const segments = [
      { payments: 6, ratePpm: ppm(60_000), payment: { kind: 'fixed' as const, amountCents: cents(500_00) } },
      { payments: 6, ratePpm: ppm(60_000), payment: { kind: 'level' as const, overPayments: 6 } },
    ];
    const terms = termsWith({ note: { ...note, segments }, escrowCents: 0 });
    const schedule = amortize({ ...note, segments }).payments;
    const events = history(...schedule.map(({ dueOn, paymentCents }) => paid(dueOn ?? '', paymentCents)));
    expect(at(events, '2026-06-30', terms).principalCents).toBe(schedule[5]?.balanceCents);
    expect(schedule[5]?.balanceCents).toBeGreaterThan(120_000_00);
    expect(at(events, '2026-12-31', terms).status).toBe('PAID_IN_FULL');
  });

  it('a new escrow part is asked for from its due date', () => {
    const events = history({
      kind: 'escrow-change',
      effectiveOn: '2025-12-10',
      fromDueOn: '2026-02-01',
      escrowCents: 300_00,
    });
    expect(at(events, '2026-02-01').pastDue.map(({ full }) => full.escrowCents)).toEqual([280_54, 300_00]);
    const again = history({
      kind: 'escrow-change',
      id: 'later',
      effectiveOn: '2025-12-11',
      fromDueOn: '2026-02-01',
      escrowCents: 310_00,
    });
    const twice = at([...events, ...again], '2026-02-01');
    expect(twice.pastDue.map(({ full }) => full.escrowCents)).toEqual([280_54, 310_00]);
  });

  it('a payment cap holds at a change of rate, and not at a recast', () => {
    const payment = { kind: 'level' as const, overPayments: 360, mostIncreasePpm: ppm(75_000) };
    const terms = termsWith({
      note: { ...note, segments: [{ payments: 360, ratePpm: ppm(60_000), payment }] },
    });
    const change = { kind: 'rate-change' as const, effectiveOn: '2026-01-01', ratePpm: 90_000 };
    const asked = (events: ReturnType<typeof history>) => {
      const { full } = at(events, '2026-01-31', terms).nextInstalment ?? {};
      return (full?.interestCents ?? 0) + (full?.principalCents ?? 0);
    };
    const capped = history(paid('2026-01-01'), change);
    // 719.46 x 1.075, less than the 899.10 of interest; found anew it is 119,880.54 at 9 % over 359 months
    expect(asked(capped)).toBe(773_42);
    const recast = history(
      { kind: 'recast', id: 'recast', effectiveOn: '2026-02-02' },
      paid('2026-02-01', 1_053_96, 'p2'),
    );
    const { full } = at([...capped, ...recast], '2026-02-02', terms).nextInstalment ?? {};
    expect(full?.interestCents).toBe(900_05);
    expect(full?.principalCents).toBe(66_61);
  });
});

describe('a note whose rate steps', () => {
  it('bears daily interest at each rate for its own days', () => {
    const segments = [
      { payments: 1, ratePpm: ppm(60_000), payment: { kind: 'level' as const, overPayments: 360 } },
      { payments: 359, ratePpm: ppm(73_000), payment: { kind: 'level' as const, overPayments: 359 } },
    ];
    const terms = termsWith({
      note: { ...note, segments },
      interest: { kind: 'daily', dayCount: 'actual/365' },
    });
    // December at 6 %: 611.51; ten days of January at 7.3 %: 240.00
    expect(at([], '2026-01-11', terms)).toMatchObject({
      interestOwedCents: 611_51 + 240_00,
      ratePpm: 73_000,
    });
  });
});

describe('daily simple interest', () => {
  const terms = termsWith({
    interest: { kind: 'daily', dayCount: 'actual/365' },
    waterfall: partialPaymentsApplied,
    escrowCents: 0,
  });

  it('runs from the day of one payment to the day of the next', () => {
    const view = at(history(paid('2026-01-11', 719_46)), '2026-01-21', terms);
    // 120,000.00 x 6 % x 41/365 = 808.77: all of the payment is interest
    expect(view).toMatchObject({ principalCents: 120_000_00, interestOwedCents: 808_77 - 719_46 + 197_26 });
  });

  it('leaves of an instalment what was not paid of it', () => {
    const view = at(history(paid('2026-01-11', 500_00)), '2026-01-11', terms);
    expect(view).toMatchObject({ pastDueCents: 219_46, interestOwedCents: 308_77 });
  });

  it('costs less when paid early, and interest is paid first of what comes next', () => {
    const early = at(history(paid('2025-12-11', 719_46)), '2025-12-11', terms);
    expect(early).toMatchObject({
      principalCents: 119_477_80,
      interestOwedCents: 0,
      nextDueOn: '2026-02-01',
    });
  });

  it('ends when all is paid', () => {
    const view = at(history(paid('2026-01-01', 130_000_00)), '2026-03-01', terms);
    expect(view).toMatchObject({
      status: 'PAID_IN_FULL',
      suspenseCents: 130_000_00 - 120_000_00 - 611_51,
      daysDelinquent: 0,
    });
  });
});

describe('escrow', () => {
  const taxes = (effectiveOn: string, amountCents: number) => ({
    kind: 'escrow-disbursement' as const,
    effectiveOn,
    amountCents,
    payee: 'taxes' as const,
  });

  it('is advanced when short, and made good first', () => {
    const events = history(paid('2026-01-01'), taxes('2026-01-20', 500_00), paid('2026-02-01'), {
      kind: 'escrow-deposit',
      effectiveOn: '2026-02-03',
      amountCents: 100_00,
    });
    expect(at(events, '2026-01-20')).toMatchObject({ escrowCents: 0, escrowAdvanceCents: 219_46 });
    expect(at(events, '2026-02-01')).toMatchObject({ escrowCents: 61_08, escrowAdvanceCents: 0 });
    expect(at(events, '2026-02-03').escrowCents).toBe(161_08);
  });
});

describe('a deferral', () => {
  const deferral = { kind: 'deferral' as const, effectiveOn: '2026-03-20', instalments: 2 };

  it('puts instalments off without interest, and the account goes on from the next', () => {
    const view = at(history(paid('2026-01-01'), deferral), '2026-03-20');
    expect(view).toMatchObject({
      deferredCents: 2 * 719_46,
      principalCents: 119_880_54 - 120_06 - 120_66,
      nextDueOn: '2026-04-01',
      daysDelinquent: 0,
    });
    expect(view.nextInstalment?.full).toMatchObject({ interestCents: 598_20, principalCents: 121_26 });
  });

  it('is paid with the last payment', () => {
    const months = 6;
    const short = fixedRatePlan({
      principalCents: cents(6_000_00),
      ratePpm: ppm(60_000),
      months,
      firstDueOn: on('2026-01-01'),
    });
    const terms = termsWith({ note: short, escrowCents: 0, lateCharge: undefined });
    const schedule = amortize(short).payments;
    const payment = schedule[0]?.paymentCents ?? cents(0);
    const dates = ['2026-01-01', '2026-04-01', '2026-05-01'];
    const events = history(deferral, ...dates.map((day) => paid(day, payment)));
    const last = at(events, '2026-06-01', terms).nextInstalment?.full;
    expect((last?.interestCents ?? 0) + (last?.principalCents ?? 0)).toBe(
      2 * payment + (schedule[5]?.paymentCents ?? 0),
    );
    const all = [
      ...events,
      ...history({ ...paid('2026-06-01', 2 * payment + (schedule[5]?.paymentCents ?? 0)), id: 'last' }),
    ];
    expect(at(all, '2026-06-01', terms)).toMatchObject({
      status: 'PAID_IN_FULL',
      deferredCents: 0,
      suspenseCents: 0,
    });
  });

  it('says when fewer are due, or when interest is daily', () => {
    const early = at(history({ ...deferral, effectiveOn: '2026-01-05' }), '2026-01-05');
    expect([early.deferredCents, early.notices[0]?.code]).toEqual([719_46, 'FewerDue']);
    const daily = termsWith({ interest: { kind: 'daily', dayCount: 'actual/365' } });
    expect(at(history(deferral), '2026-03-20', daily).notices[0]?.code).toBe('NotDeferred');
  });
});

describe('an account boarded from another servicer', () => {
  it('goes on from its balances and its payment', () => {
    const terms = termsWith({
      openedOn: '2027-01-10',
      boarded: {
        instalmentsPaid: 13,
        principalCents: 118_395_00,
        paymentCents: 719_50,
        escrowCents: 900_00,
        suspenseCents: 50_00,
      },
    });
    const view = at(history(paid('2027-02-01', 950_04)), '2027-02-02', terms);
    expect(view).toMatchObject({ suspenseCents: 0, escrowCents: 1_180_54, nextDueOn: '2027-03-01' });
    expect(view.principalCents).toBe(118_395_00 - (719_50 - 591_98));
  });
});
