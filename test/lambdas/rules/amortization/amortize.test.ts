import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { amortize } from '../../../../lambdas/rules/amortization/amortize.ts';
import { cents, sumCents } from '../../../../lambdas/shared/money.ts';
import { calendarDate as on } from '../../../../lambdas/shared/calendar.ts';
import { fixedRatePlan } from '../../../../lambdas/rules/amortization/note-plans.ts';
import { ppm } from '../../../../lambdas/shared/rate.ts';
import type { AmortizationPlanInput } from '../../../../lambdas/rules/amortization/amortization-plan.ts';

const note = fixedRatePlan({
  principalCents: cents(250_000_00),
  ratePpm: ppm(65_000),
  months: 360,
  firstDueOn: on('2027-01-31'),
});
const short = fixedRatePlan({ principalCents: cents(1_200_00), ratePpm: ppm(120_000), months: 12 });
const withChanges = (principalChanges: AmortizationPlanInput['principalChanges']) =>
  amortize({ ...short, ...(principalChanges ? { principalChanges } : {}) });

describe('a schedule', () => {
  it('starts with a month’s interest and ends at zero with the residue in the last payment', () => {
    const { payments, totalPaymentsCents, totalInterestCents, residueCents } = amortize(note);
    expect(payments[0]).toMatchObject({
      number: 1,
      paymentCents: 1_580_17,
      interestCents: 1_354_17,
      principalCents: 226_00,
    });
    expect(payments).toHaveLength(360);
    expect(payments.at(-1)?.balanceCents).toBe(0);
    expect(totalPaymentsCents - 250_000_00).toBe(totalInterestCents);
    expect(residueCents).toBe(0);
  });

  it('counts due dates from the first, so that month ends come back', () => {
    const { payments } = amortize(note);
    expect(payments.slice(0, 4).map(({ dueOn }) => dueOn)).toEqual([
      '2027-01-31',
      '2027-02-28',
      '2027-03-31',
      '2027-04-30',
    ]);
  });

  it('can state the residue on a line of its own', () => {
    const { payments, residueCents, totalPaymentsCents } = amortize({ ...note, residue: 'own-line' });
    const usual = amortize(note);
    expect(payments.at(-1)?.paymentCents).toBe(payments[0]?.paymentCents);
    expect(residueCents).toBe((usual.payments.at(-1)?.paymentCents ?? 0) - 1_580_17);
    expect(totalPaymentsCents).toBe(usual.totalPaymentsCents);
  });

  it('may round payments to the dollar', () => {
    const { payments } = amortize({ ...note, paymentStepCents: cents(100) });
    expect(payments[0]?.paymentCents).toBe(1_580_00);
  });

  it('shortens by extra principal, and keeps its payment', () => {
    const { payments } = withChanges([{ afterPayment: 3, amountCents: cents(300_00) }]);
    expect(payments).toHaveLength(9);
    expect(payments[2]?.extraPrincipalCents).toBe(300_00);
    expect(new Set(payments.slice(0, -1).map(({ paymentCents }) => paymentCents)).size).toBe(1);
    expect(payments.at(-1)?.balanceCents).toBe(0);
  });

  it('is recast over what is left of its term when the change says so', () => {
    const { payments } = withChanges([{ afterPayment: 3, amountCents: cents(300_00), recast: true }]);
    expect(payments).toHaveLength(12);
    expect([payments[2]?.paymentCents, payments[3]?.paymentCents]).toEqual([10_662, 7_160]);
  });

  it('takes an advance as principal that grows', () => {
    const { payments, highestBalanceCents } = withChanges([
      { afterPayment: 1, amountCents: cents(-200_00), recast: true },
    ]);
    expect(highestBalanceCents).toBe(1_305_38);
    expect(payments.at(-1)?.balanceCents).toBe(0);
  });

  it('never takes more extra principal than is owed', () => {
    const { payments } = withChanges([{ afterPayment: 11, amountCents: cents(999_999) }]);
    expect(payments).toHaveLength(11);
    expect(payments.at(-1)).toMatchObject({ balanceCents: 0, extraPrincipalCents: 105_54 });
  });

  it('starts from what is left after a payment at closing', () => {
    const { payments } = withChanges([{ afterPayment: 0, amountCents: cents(200_00) }]);
    expect(payments[0]).toMatchObject({ interestCents: 10_00, paymentCents: 88_85 });
  });

  it('by unequal periods is level to the cent, and may end in a balloon', () => {
    const dueOn = ['02-01', '03-01', '04-01', '05-01', '06-01', '07-01'].map((day) => on(`2027-${day}`));
    const periods = {
      kind: 'dated',
      interestFromOn: on('2027-01-01'),
      dueOn,
      dayCount: 'actual/365',
    } as const;
    const level = (payments: number) => ({
      payments,
      ratePpm: ppm(120_000),
      payment: { kind: 'level' as const, overPayments: 6 },
    });
    const whole = amortize({ principalCents: cents(10_000_00), periods, segments: [level(6)] }).payments;
    expect(Math.abs((whole.at(-1)?.paymentCents ?? 0) - (whole[0]?.paymentCents ?? 0))).toBeLessThanOrEqual(
      5,
    );
    const three = {
      payments: 3,
      ratePpm: ppm(120_000),
      payment: { kind: 'level' as const, overPayments: 3 },
    };
    const quarter = amortize({
      principalCents: cents(10_000_00),
      periods: { ...periods, dueOn: dueOn.slice(0, 3) },
      segments: [three],
    });
    expect(quarter.payments[0]?.paymentCents).toBe(3_399_30);
    const balloon = amortize({ principalCents: cents(10_000_00), periods, segments: [level(4)] }).payments;
    expect(balloon[0]?.paymentCents).toBe(whole[0]?.paymentCents);
    const short = { ...periods, dueOn: dueOn.slice(0, 4) };
    const beyond = amortize({
      principalCents: cents(10_000_00),
      periods: short,
      segments: [level(4)],
    }).payments;
    expect(beyond[0]?.paymentCents).toBe(1_724_67);
  });

  it('may pay the same principal each time, with less and less interest', () => {
    const payment = { kind: 'level-principal' as const, overPayments: 7 };
    const { payments } = amortize({
      principalCents: cents(1_000_00),
      periods: { kind: 'equal', perYear: 12 },
      segments: [{ payments: 7, ratePpm: ppm(120_000), payment }],
    });
    expect(payments.map(({ principalCents }) => principalCents)).toEqual([
      142_86, 142_86, 142_86, 142_86, 142_86, 142_86, 142_84,
    ]);
    expect([payments[0]?.paymentCents, payments[5]?.paymentCents, payments[6]?.paymentCents]).toEqual([
      152_86, 145_72, 144_27,
    ]);
  });

  it('may stand exactly at its limit', () => {
    const { payments } = amortize({
      principalCents: cents(100_000_00),
      periods: { kind: 'equal', perYear: 12 },
      segments: [
        { payments: 12, ratePpm: ppm(120_000), payment: { kind: 'fixed', amountCents: cents(1_000_00) } },
      ],
      balanceLimitPpm: ppm(1_000_000),
    });
    expect(payments[10]).toMatchObject({ paymentCents: 1_000_00, balanceCents: 100_000_00 });
  });

  it('refuses changes past its end', () => {
    expect(() => withChanges([{ afterPayment: 12, amountCents: cents(1) }])).toThrow(
      expect.objectContaining({ code: 'ChangePastEnd' }),
    );
  });

  it('adds interest that a fixed payment leaves unpaid, up to the note’s limit, then turns level', () => {
    const plan: AmortizationPlanInput = {
      principalCents: cents(100_000_00),
      periods: { kind: 'equal', perYear: 12 },
      segments: [
        { payments: 120, ratePpm: ppm(120_000), payment: { kind: 'fixed', amountCents: cents(500_00) } },
      ],
      balanceLimitPpm: ppm(1_100_000),
    };
    const { payments, highestBalanceCents } = amortize(plan);
    expect(highestBalanceCents).toBeLessThanOrEqual(110_000_00);
    const turn = payments.findIndex(({ paymentCents }) => paymentCents > 500_00);
    expect(turn).toBe(18);
    expect(new Set(payments.slice(turn, -1).map(({ paymentCents }) => paymentCents)).size).toBe(1);
    expect(Math.abs((payments.at(-1)?.paymentCents ?? 0) - (payments[turn]?.paymentCents ?? 0))).toBeLessThan(
      2_00,
    );
    expect(payments.at(-1)?.balanceCents).toBe(0);
  });

  it('pays the principal exactly, whatever the terms', () => {
    const terms = fc.record({
      principalCents: fc.integer({ min: 100_00, max: 10 ** 9 }).map(cents),
      ratePpm: fc.integer({ min: 0, max: 240_000 }).map(ppm),
      months: fc.integer({ min: 1, max: 480 }),
    });
    const roundings = fc.constantFrom('half-up', 'half-even', 'floor', 'ceiling', 'truncate');
    fc.assert(
      fc.property(
        terms,
        roundings,
        roundings,
        fc.constantFrom('last-payment', 'own-line'),
        (note, interest, payment, residue) => {
          const plan = {
            ...fixedRatePlan(note),
            interestRounding: interest,
            paymentRounding: payment,
            residue,
          } as AmortizationPlanInput;
          const { payments, residueCents, totalInterestCents, totalPaymentsCents } = amortize(plan);
          const principal = sumCents(payments.map(({ principalCents }) => principalCents));
          expect(principal + residueCents).toBe(note.principalCents);
          expect(totalPaymentsCents).toBe(note.principalCents + totalInterestCents);
          for (const row of payments) expect(row.paymentCents).toBe(row.principalCents + row.interestCents);
        },
      ),
      { numRuns: 60 },
    );
  });
});
