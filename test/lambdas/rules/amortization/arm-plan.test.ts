import { describe, expect, it } from 'vitest';
import { amortize } from '../../../../lambdas/rules/amortization/amortize.ts';
import { armPlan } from '../../../../lambdas/rules/amortization/arm-plan.ts';
import { cents } from '../../../../lambdas/shared/money.ts';
import { ppm } from '../../../../lambdas/shared/rate.ts';
import type { ArmNote } from '../../../../lambdas/rules/amortization/arm-plan.ts';

const note: ArmNote = {
  principalCents: cents(200_000_00),
  months: 360,
  firstChangeAfterMonths: 60,
  changeEveryMonths: 12,
  terms: {
    initialRatePpm: ppm(50_000),
    marginPpm: ppm(25_000),
    firstCapPpm: ppm(20_000),
    periodicCapPpm: ppm(10_000),
    lifetimeCapPpm: ppm(50_000),
    lookBackDays: 45,
    roundToPpm: ppm(1_250),
    rounding: 'half-up',
  },
};

describe('the plan of an adjustable note', () => {
  it('climbs by its caps to the fully indexed rate and pays itself off', () => {
    const { plan, changes } = armPlan(note, [ppm(60_000)]);
    expect(changes.slice(0, 3).map(({ afterMonths, ratePpm }) => [afterMonths, ratePpm])).toEqual([
      [60, 70_000],
      [72, 80_000],
      [84, 85_000],
    ]);
    const { payments } = amortize(plan);
    expect(payments[59]?.paymentCents).toBe(1_073_64);
    expect(payments[60]).toMatchObject({ ratePpm: 70_000, paymentCents: 1_298_05 });
    expect(changes).toHaveLength(25);
    expect(payments.at(-1)).toMatchObject({ number: 360, balanceCents: 0 });
  });

  it('pays interest alone as long as the note allows, through changes of the rate', () => {
    const { plan } = armPlan({ ...note, interestOnlyMonths: 120 }, [ppm(60_000)]);
    const { payments } = amortize(plan);
    expect([payments[0]?.principalCents, payments[119]?.principalCents]).toEqual([0, 0]);
    expect(payments[60]?.paymentCents).toBe(1_166_67);
    expect(payments[120]?.principalCents).toBeGreaterThan(0);
    expect(payments.at(-1)?.balanceCents).toBe(0);
  });

  it('under a payment cap may grow', () => {
    const capped = { ...note, firstChangeAfterMonths: 12, paymentCapPpm: ppm(75_000) };
    const { payments, highestBalanceCents } = amortize(armPlan(capped, [ppm(90_000)]).plan);
    expect(payments[12]?.paymentCents).toBe(1_154_16);
    expect(highestBalanceCents).toBeGreaterThan(200_000_00);
  });

  it('under a payment cap after interest-only years starts from what was last paid', () => {
    const capped = { ...note, interestOnlyMonths: 60, paymentCapPpm: ppm(75_000) };
    const { payments } = amortize(armPlan(capped, [ppm(60_000)]).plan);
    expect([payments[59]?.paymentCents, payments[60]?.paymentCents]).toEqual([833_33, 895_83]);
  });

  it('needs an index figure', () => {
    expect(() => armPlan(note, [])).toThrow(expect.objectContaining({ code: 'NoIndexValue' }));
  });
});
