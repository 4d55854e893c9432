import { describe, expect, it } from 'vitest';
import { amortize } from '../../../../lambdas/rules/amortization/amortize.ts';
import {
  balloonPlan,
  biweeklyPlan,
  interestOnlyPlan,
  stepRatePlan,
} from '../../../../lambdas/rules/amortization/note-plans.ts';
import { cents } from '../../../../lambdas/shared/money.ts';
import { calendarDate as on } from '../../../../lambdas/shared/calendar.ts';
import { ppm } from '../../../../lambdas/shared/rate.ts';

const terms = { principalCents: cents(300_000_00), ratePpm: ppm(60_000), months: 360 };

describe('kinds of note', () => {
  it('interest-only pays no principal first, then is level over the rest', () => {
    const { payments } = amortize(interestOnlyPlan({ ...terms, interestOnlyMonths: 120 }));
    expect(payments[0]).toMatchObject({ paymentCents: 1_500_00, principalCents: 0 });
    expect(payments[119]?.balanceCents).toBe(300_000_00);
    expect(payments[120]?.paymentCents).toBe(2_149_29);
    expect(payments.at(-1)).toMatchObject({ number: 360, balanceCents: 0 });
  });

  it('a balloon pays as if longer and owes the rest at the end', () => {
    const { payments } = amortize(balloonPlan({ ...terms, months: 84, amortizedOverMonths: 360 }));
    expect(payments[0]?.paymentCents).toBe(1_798_65);
    expect(payments).toHaveLength(84);
    expect(payments.at(-1)?.paymentCents).toBe(
      (payments[82]?.balanceCents ?? 0) + (payments[83]?.interestCents ?? 0),
    );
    expect(payments.at(-1)?.paymentCents).toBeGreaterThan(260_000_00);
  });

  it('a step note finds its payment anew at each step', () => {
    const steps = [
      { months: 12, ratePpm: ppm(40_000) },
      { months: 348, ratePpm: ppm(60_000) },
    ];
    const { payments } = amortize(stepRatePlan({ principalCents: terms.principalCents, steps }));
    expect([payments[11], payments[12]].map((row) => [row?.ratePpm, row?.paymentCents])).toEqual([
      [40_000, 1_432_25],
      [60_000, 1_788_94],
    ]);
    expect(payments.at(-1)).toMatchObject({ number: 360, balanceCents: 0 });
  });

  it('biweekly halves pay a loan off years early', () => {
    const { payments } = amortize(biweeklyPlan({ ...terms, firstDueOn: on('2027-01-01') }, cents(1_798_65)));
    expect(payments[0]).toMatchObject({ paymentCents: 899_33, interestCents: 692_31 });
    expect(payments[1]?.dueOn).toBe('2027-01-15');
    expect(payments.length).toBeLessThan(26 * 25);
    expect(payments.at(-1)?.paymentCents).toBeLessThanOrEqual(899_33);
    expect(payments.at(-1)?.balanceCents).toBe(0);
  });
});
