import { describe, expect, it } from 'vitest';
import {
  formatPercent,
  periodicRate,
  ppm,
  ppmFromPercent,
  rateOf,
  roundToPpm,
} from '../../../lambdas/shared/rate.ts';
import { rational } from '../../../lambdas/shared/rational.ts';
import { halfUp, truncate } from '../../../lambdas/shared/rounding.ts';

describe('rates in parts per million', () => {
  it.each([
    ['6.875', 68_750],
    ['9.4822%', 94_822],
    ['0', 0],
    ['-1.5', -15_000],
    [' 7.5% ', 75_000],
  ])('read %s', (text, value) => expect(ppmFromPercent(text)).toBe(value));

  it('refuse what is finer than a part per million, and what is no number', () => {
    expect(() => ppmFromPercent('6.87501')).toThrow(expect.objectContaining({ code: 'RateTooFine' }));
    expect(() => ppmFromPercent('6%5')).toThrow(expect.objectContaining({ code: 'NotADecimal' }));
    expect(() => ppmFromPercent('six')).toThrow(expect.objectContaining({ code: 'NotADecimal' }));
    expect(() => ppm(1.5)).toThrow(expect.objectContaining({ code: 'RateNotWholePpm' }));
  });

  it('are exact as fractions of a year', () => {
    expect(rateOf(ppm(68_750))).toEqual(rational(11, 160));
    expect(periodicRate(ppm(60_000), 12)).toEqual(rational(1, 200));
  });

  it('come back from exact rates rounded as named', () => {
    expect(roundToPpm(rational(1, 3), truncate)).toBe(333_333);
    expect(roundToPpm(rational(2, 3), halfUp)).toBe(666_667);
  });

  it.each([
    [70_000, '7%'],
    [70_050, '7.005%'],
    [24_999, '2.4999%'],
    [100_000, '10%'],
    [0, '0%'],
  ])('print %s without zeros at the end', (rate, text) => expect(formatPercent(ppm(rate))).toBe(text));
});
