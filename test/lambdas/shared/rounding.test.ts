import { describe, expect, it } from 'vitest';
import { rational } from '../../../lambdas/shared/rational.ts';
import {
  awayFromZero,
  ceiling,
  floor,
  halfDown,
  halfEven,
  halfUp,
  toDecimal,
  toMultipleOf,
  truncate,
} from '../../../lambdas/shared/rounding.ts';

describe('named rounding', () => {
  const values = [-25, -24, -15, -5, 5, 15, 24, 25, 26].map((tenths) => rational(tenths, 10));
  it.each([
    ['halfUp', halfUp, [-3, -2, -2, -1, 1, 2, 2, 3, 3]],
    ['halfDown', halfDown, [-2, -2, -1, 0, 0, 1, 2, 2, 3]],
    ['halfEven', halfEven, [-2, -2, -2, 0, 0, 2, 2, 2, 3]],
    ['floor', floor, [-3, -3, -2, -1, 0, 1, 2, 2, 2]],
    ['ceiling', ceiling, [-2, -2, -1, 0, 1, 2, 3, 3, 3]],
    ['truncate', truncate, [-2, -2, -1, 0, 0, 1, 2, 2, 2]],
    ['awayFromZero', awayFromZero, [-3, -3, -2, -1, 1, 2, 3, 3, 3]],
  ])('%s of -2.5 -2.4 -1.5 -0.5 0.5 1.5 2.4 2.5 2.6', (_name, rounding, expected) => {
    expect(values.map((value) => Number(rounding(value)))).toEqual(expected);
  });

  it('leaves whole numbers alone', () => {
    for (const rounding of [halfUp, halfDown, halfEven, floor, ceiling, truncate, awayFromZero]) {
      expect([rounding(rational(-7)), rounding(rational(7))]).toEqual([-7n, 7n]);
    }
  });

  it('rounds a rate to the nearest eighth', () => {
    expect(toMultipleOf(rational(1, 8), halfUp)(rational(631, 100))).toEqual(rational(25, 4));
    expect(toMultipleOf(rational(1, 8), ceiling)(rational(626, 100))).toEqual(rational(51, 8));
  });

  it.each([
    [rational(1, 3), 4, '0.3333'],
    [rational(-1, 200), 2, '-0.01'],
    [rational(5), 2, '5.00'],
    [rational(5, 2), 0, '3'],
    [rational(-1, 1000), 2, '0.00'],
  ])('prints fixed decimals', (value, places, text) => expect(toDecimal(value, places, halfUp)).toBe(text));
});
