import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  exactLevelPayment,
  exactLevelPaymentOver,
  levelPayment,
} from '../../../../lambdas/rules/amortization/level-payment.ts';
import { cents } from '../../../../lambdas/shared/money.ts';
import { compare, rational } from '../../../../lambdas/shared/rational.ts';
import { ceiling, floor, halfUp } from '../../../../lambdas/shared/rounding.ts';
import { periodicRate, ppm } from '../../../../lambdas/shared/rate.ts';

describe('the level payment', () => {
  it.each([
    [250_000_00, 65_000, 360, 1_580_17],
    [100_000_00, 60_000, 180, 843_86],
    [12_345_67, 0, 12, 1_028_81],
    [1_000_00, 120_000, 1, 1_010_00],
  ])('of %i cents at %i ppm over %i months is %i', (principal, rate, months, payment) => {
    expect(levelPayment(cents(principal), periodicRate(ppm(rate), 12), months, halfUp)).toBe(payment);
  });

  it('rounds as the note says', () => {
    const rate = periodicRate(ppm(65_000), 12);
    const rounded = [floor, ceiling].map((rounding) => levelPayment(cents(250_000_00), rate, 360, rounding));
    expect(rounded).toEqual([1_580_17, 1_580_18]);
  });

  it('over periods all alike is the same as over a rate', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 ** 9 }),
        fc.integer({ min: 1, max: 250_000 }),
        fc.integer({ min: 1, max: 60 }),
        (principal, rate, count) => {
          const period = periodicRate(ppm(rate), 12);
          const alike = Array.from({ length: count }, () => period);
          const [one, other] = [
            exactLevelPayment(cents(principal), period, count),
            exactLevelPaymentOver(cents(principal), alike),
          ];
          expect(compare(one, other)).toBe(0);
        },
      ),
    );
  });

  it('over unequal periods pays the balance off', () => {
    const rates = [rational(1, 100), rational(1, 50), rational(0), rational(3, 200)];
    const payment = exactLevelPaymentOver(cents(1_000_000), rates);
    let balance = 1_000_000;
    for (const { numerator, denominator } of rates) {
      balance +=
        (balance * Number(numerator)) / Number(denominator) -
        Number(payment.numerator) / Number(payment.denominator);
    }
    expect(Math.abs(balance)).toBeLessThan(1e-6);
  });

  it('needs a payment', () => {
    expect(() => exactLevelPayment(cents(1), rational(0), 0)).toThrow(
      expect.objectContaining({ code: 'NoPayments' }),
    );
    expect(() => exactLevelPaymentOver(cents(1), [])).toThrow(
      expect.objectContaining({ code: 'NoPayments' }),
    );
  });
});
