import { describe, expect, it } from 'vitest';
import { averageOver, totalMonths, trendOf } from '../../../../lambdas/rules/income/income-trend.ts';
import { cents } from '../../../../lambdas/shared/money.ts';
import { ppm } from '../../../../lambdas/shared/rate.ts';
import { rational } from '../../../../lambdas/shared/rational.ts';

const period = (amount: number, months: number) => ({
  label: 'period',
  amountCents: cents(amount),
  months: rational(months),
});

describe('income over time', () => {
  it('is averaged by its months, not by its periods', () => {
    const periods = [period(1_200, 12), period(300, 6)];
    expect([averageOver(periods), totalMonths(periods)]).toEqual([83, rational(18)]);
  });

  it.each([
    [[period(1_200, 12)], 'steady-or-rising'],
    [[period(1_200, 12), period(600, 6)], 'steady-or-rising'],
    [[period(1_200, 12), period(599, 6)], 'declining'],
    [[period(2_400, 12), period(1_200, 12), period(1_300, 12)], 'steady-or-rising'],
    [[period(-100, 12), period(-200, 12)], 'declining'],
  ])('is compared by month, the latest with the one before', (periods, trend) => {
    expect(trendOf(periods, ppm(0))).toBe(trend);
  });

  it('may fall by the tolerance', () => {
    expect(trendOf([period(1_200, 12), period(570, 6)], ppm(50_000))).toBe('steady-or-rising');
    expect(trendOf([period(1_200, 12), period(569, 6)], ppm(50_000))).toBe('declining');
  });
});
