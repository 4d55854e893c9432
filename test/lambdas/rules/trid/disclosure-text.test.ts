import { describe, expect, it } from 'vitest';
import { cents } from '../../../../lambdas/shared/money.ts';
import {
  loanAmountText,
  perDiemCents,
  percentText,
  wholeDollarText,
} from '../../../../lambdas/rules/trid/disclosure-text.ts';
import { ppm } from '../../../../lambdas/shared/rate.ts';
import { rational } from '../../../../lambdas/shared/rational.ts';

describe('figures on the forms', () => {
  it.each([
    [16_450, '$165'],
    [16_449, '$164'],
    [-16_450, '-$165'],
    [123_456_789, '$1,234,568'],
  ])('%i cents in whole dollars are %s', (amount, text) => {
    expect(wholeDollarText(cents(amount))).toBe(text);
  });

  it('show cents of a loan amount only when there are some', () => {
    expect(loanAmountText(cents(20_000_000))).toBe('$200,000');
    expect(loanAmountText(cents(20_000_010))).toBe('$200,000.10');
  });

  it.each([
    [24_999, '2.5%'],
    [70_050, '7.005%'],
    [70_000, '7%'],
    [69_455, '6.946%'],
  ])('%i ppm is %s', (rate, text) => {
    expect(percentText(ppm(rate))).toBe(text);
  });

  it('round interest of a day to the cent', () => {
    expect(perDiemCents(rational(681_254, 100))).toBe(6_813);
  });
});
