import { describe, expect, it } from 'vitest';
import { calendarDate as day } from '../../../../lambdas/shared/calendar.ts';
import { conformingLimits } from '../../../../lambdas/rules/ability-to-repay/conforming-limits.ts';
import { smallCreditor } from '../../../../lambdas/rules/ability-to-repay/small-creditor.ts';
import { thresholdsOn } from '../../../../lambdas/rules/ability-to-repay/thresholds.ts';
import { cents } from '../../../../lambdas/shared/money.ts';

describe('dated thresholds', () => {
  it('change on January 1', () => {
    expect(thresholdsOn(day('2025-12-31')).highCostLoanCents).toBe(2_696_800);
    expect(thresholdsOn(day('2026-01-01')).highCostLoanCents).toBe(2_759_200);
    expect(conformingLimits(day('2025-12-31'), 1).baselineCents).toBe(80_650_000);
    expect(conformingLimits(day('2026-01-01'), 1).baselineCents).toBe(83_275_000);
  });

  it.each(['2013-06-01', '2019-06-01', '2027-01-01'])('of %s are refused rather than guessed', (on) => {
    expect(() => thresholdsOn(day(on))).toThrow('not in the list');
    expect(() => conformingLimits(day(on), 1)).toThrow('not in the list');
  });

  it('put the ceiling at half more than the baseline', () => {
    expect(conformingLimits(day('2026-06-01'), 4)).toMatchObject({
      baselineCents: 160_175_000,
      ceilingCents: 240_262_500,
    });
  });

  it('are half more in the four areas of the statute, ceilings in steps of 25 dollars', () => {
    expect(conformingLimits(day('2026-06-01'), 1, 'AK-HI-GU-VI')).toMatchObject({
      baselineCents: 124_912_500,
      ceilingCents: 187_367_500,
    });
  });

  it('say who is a small creditor, and nothing for a year whose amount is not known', () => {
    const billion = cents(100_000_000_000);
    expect(smallCreditor(billion, 2_000, day('2026-06-01'))?.passed).toBe(true);
    expect(smallCreditor(billion, 2_001, day('2026-06-01'))?.passed).toBe(false);
    expect(smallCreditor(cents(278_500_000_000), 1, day('2026-06-01'))?.passed).toBe(false);
    expect(smallCreditor(billion, 1, day('2024-06-01'))).toBeUndefined();
  });
});
