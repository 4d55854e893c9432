import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  addCents,
  cents,
  formatDollars,
  greaterOf,
  lesserOf,
  multiplyByRatio,
  negateCents,
  parseDollars,
  ratioOfCents,
  roundToCents,
  subtractCents,
  sumCents,
} from '../../../lambdas/shared/money.ts';
import { rational } from '../../../lambdas/shared/rational.ts';
import { floor, halfEven, halfUp } from '../../../lambdas/shared/rounding.ts';

describe('amounts in cents', () => {
  it.each([0.5, Number.NaN, Infinity, 2 ** 53, 10n ** 20n])('refuse %s', (value) => {
    expect(() => cents(value)).toThrow(expect.objectContaining({ code: 'AmountNotWholeCents' }));
  });

  it('never hold a negative zero', () => {
    expect(Object.is(cents(-0), 0)).toBe(true);
    expect(Object.is(negateCents(cents(0)), 0)).toBe(true);
  });

  it('add, subtract and sum, and refuse to pass safe bounds', () => {
    expect(addCents(cents(199), cents(1))).toBe(200);
    expect(subtractCents(cents(199), cents(200))).toBe(-1);
    expect(sumCents([cents(1), cents(-3), cents(7)])).toBe(5);
    expect(sumCents([])).toBe(0);
    expect(() => addCents(cents(2 ** 53 - 1), cents(1))).toThrow(
      expect.objectContaining({ code: 'AmountNotWholeCents' }),
    );
  });

  it('choose the lesser and the greater', () => {
    expect([lesserOf(cents(2), cents(-1)), greaterOf(cents(2), cents(-1))]).toEqual([-1, 2]);
    expect([lesserOf(cents(-1), cents(2)), greaterOf(cents(-1), cents(2))]).toEqual([-1, 2]);
  });

  it('round as named when multiplied or made from an exact number', () => {
    expect(multiplyByRatio(cents(101), rational(1, 2), halfUp)).toBe(51);
    expect(multiplyByRatio(cents(101), rational(1, 2), halfEven)).toBe(50);
    expect(multiplyByRatio(cents(-101), rational(1, 2), floor)).toBe(-51);
    expect(roundToCents(rational(4_995, 10), halfUp)).toBe(500);
  });

  it('give exact ratios', () => {
    expect(ratioOfCents(cents(180_000_00), cents(240_000_00))).toEqual(rational(3, 4));
    expect(() => ratioOfCents(cents(1), cents(0))).toThrow(
      expect.objectContaining({ code: 'DivisionByZero' }),
    );
  });

  it.each([
    ['1234.5', 123_450],
    ['$1,234.56', 123_456],
    ['-0.07', -7],
    ['-$12', -1_200],
    [' 1,000,000 ', 100_000_000],
    ['0', 0],
  ])('read %s', (text, value) => expect(parseDollars(text)).toBe(value));

  it.each(['', '1.234', '12,34', '1,2345', '.50', '1.', '1e2', '(5.00)', 'ten'])(
    'refuse to read %j',
    (text) => {
      expect(() => parseDollars(text)).toThrow(expect.objectContaining({ code: 'NotAnAmount' }));
    },
  );

  it('are read back from what is printed', () => {
    expect(formatDollars(cents(-123_456_789))).toBe('-$1,234,567.89');
    expect([formatDollars(cents(5)), formatDollars(cents(0))]).toEqual(['$0.05', '$0.00']);
    fc.assert(
      fc.property(fc.maxSafeInteger(), (amount) => {
        expect(parseDollars(formatDollars(cents(amount)))).toBe(cents(amount));
      }),
    );
  });
});
