import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalOf, parseMoney } from '../../../../../lambdas/documents/domain/values/parse-money.ts';

describe('amounts as printed', () => {
  it.each([
    ['$ 452.43', 45_243],
    ['- 40.60', -4060],
    ['40.60-', -4060],
    ['($2,336.28)', -233_628],
    ['$(2,336.28)', -233_628],
    ['+ 3,124.75', 312_475],
    ['= $701.39', 70_139],
    ['67588 .01', 6_758_801],
    ['792. 70', 79_270],
    ['6, 133. 23', 613_323],
    ['2279.5', 227_950],
    ['238', 23_800],
    ['1.234,56', 123_456],
    ['£370.02', 37_002],
  ])('reads %s', (printed, cents) => {
    expect(parseMoney(printed)?.cents).toBe(cents);
  });

  it.each([
    '$7,601 54',
    '1,963 76',
    '12,3456.00',
    '1.234',
    '1,23.45',
    '--5.00',
    '(-5.00)',
    '10.00 20.00',
    '86691 7827136',
    '12/31',
    'N/A',
    '',
    '$',
    '1,234.567',
    '7,60 1.54',
  ])('refuses %s rather than guess', (printed) => {
    expect(parseMoney(printed)).toBeUndefined();
  });

  it('says when an amount was broken by spaces or had no cents', () => {
    expect(parseMoney('67588 .01')?.form).toBe('joined');
    expect(parseMoney('238')?.form).toBe('whole');
    expect(parseMoney('2279.5')?.form).toBe('one-decimal');
  });

  it('reads back every amount as it would be printed, with and without thousands separators', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9_999_999_999, max: 9_999_999_999 }), (cents) => {
        const plain = decimalOf(cents);
        const grouped = plain.replace(/\B(?=(\d{3})+(?!\d)\.)/g, ',').replace(/(\d)(?=(\d{3})+\.)/g, '$1,');
        expect(parseMoney(plain)?.cents).toBe(cents === 0 ? 0 : cents);
        expect(parseMoney(grouped.replace(/,+/g, ','))?.cents).toBe(cents === 0 ? 0 : cents);
      }),
    );
  });

  it('never reads more digits than are printed', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[$0-9,. ()-]{1,14}$/), (printed) => {
        const read = parseMoney(printed);
        expect(Math.abs(read?.cents ?? 0)).toBeLessThan(10 ** (printed.replace(/\D/g, '').length + 2));
      }),
    );
  });
});
