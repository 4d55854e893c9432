import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  approximately,
  compare,
  dividedBy,
  minus,
  parseDecimal,
  plus,
  power,
  rational,
  times,
  zero,
} from '../../../lambdas/shared/rational.ts';

const fractions = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
  .map(([top, bottom]) => rational(top, bottom));

describe('exact fractions', () => {
  it('keep lowest terms with the sign above the line', () => {
    expect(rational(6, -4)).toEqual({ numerator: -3n, denominator: 2n });
    expect(rational(0, -7)).toEqual({ numerator: 0n, denominator: 1n });
  });

  it('refuse a zero denominator', () => {
    expect(() => rational(1, 0)).toThrow(expect.objectContaining({ code: 'DivisionByZero' }));
    expect(() => dividedBy(rational(1), zero)).toThrow(expect.objectContaining({ code: 'DivisionByZero' }));
  });

  it('what is added and multiplied can be taken back', () => {
    fc.assert(
      fc.property(fractions, fractions, (a, b) => {
        expect(minus(plus(a, b), b)).toEqual(a);
        const divisor = b.numerator === 0n ? rational(7) : b;
        expect(dividedBy(times(a, divisor), divisor)).toEqual(a);
      }),
    );
  });

  it('add as fractions do', () => {
    expect(plus(rational(1, 2), rational(1, 3))).toEqual(rational(5, 6));
    expect(minus(rational(1, 2), rational(1, 3))).toEqual(rational(1, 6));
  });

  it('order as numbers do', () => {
    expect(compare(rational(1, 3), rational(33, 100))).toBeGreaterThan(0);
    expect(compare(rational(-1, 3), rational(1, 3))).toBeLessThan(0);
    expect(compare(rational(2, 6), rational(1, 3))).toBe(0);
  });

  it('rise to whole powers and refuse others', () => {
    expect(power(rational(-2, 3), 3)).toEqual(rational(-8, 27));
    expect(power(rational(5), 0)).toEqual(rational(1));
    expect(() => power(rational(2), -1)).toThrow(
      expect.objectContaining({ code: 'ExponentNotWhole', facts: { exponent: -1 } }),
    );
    expect(() => power(rational(2), 0.5)).toThrow(expect.objectContaining({ code: 'ExponentNotWhole' }));
  });

  it.each([
    ['6.875', rational(55, 8)],
    ['-0.10', rational(-1, 10)],
    ['12', rational(12)],
    [' 6.5\n', rational(13, 2)],
  ])('read %s', (text, value) => expect(parseDecimal(text)).toEqual(value));

  it.each(['', '.5', '1.', '1e3', '1,000', 'abc'])('refuse to read %j', (text) => {
    expect(() => parseDecimal(text)).toThrow(expect.objectContaining({ code: 'NotADecimal' }));
  });

  it('give the nearest double, however long the terms are', () => {
    expect(approximately(rational(1, 8))).toBe(0.125);
    expect(approximately(rational(1n, 10n ** 310n))).toBe(0);
    expect(approximately({ numerator: 10n ** 400n, denominator: 4n * 10n ** 400n })).toBe(0.25);
    expect(approximately(rational(10n ** 310n + 1n, 10n ** 300n))).toBeCloseTo(1e10, 0);
    expect(approximately(rational(10n ** 300n, 10n ** 310n + 1n))).toBeCloseTo(1e-10, 20);
    expect(approximately(power(rational(1_000_001, 1_000_000), 500))).toBeCloseTo(1.000001 ** 500, 12);
  });
});
