import { describe, expect, it } from 'vitest';
import { calendarDate as on } from '../../../../lambdas/shared/calendar.ts';
import { payFrequencyOf, periodsPerMonth } from '../../../../lambdas/rules/income/pay-frequency.ts';
import { rational } from '../../../../lambdas/shared/rational.ts';

describe('pay frequency', () => {
  it.each([
    ['2026-11-02', '2026-11-08', 'weekly'],
    ['2026-11-02', '2026-11-15', 'biweekly'],
    ['2026-11-01', '2026-11-15', 'semimonthly'],
    ['2026-11-16', '2026-11-30', 'semimonthly'],
    ['2026-02-16', '2026-02-28', 'semimonthly'],
    ['2026-11-06', '2026-11-20', 'semimonthly'],
    ['2027-02-01', '2027-02-28', 'monthly'],
    ['2026-11-01', '2026-11-30', 'monthly'],
    ['2026-10-16', '2026-11-15', 'monthly'],
    ['2028-02-16', '2028-02-29', undefined],
    ['2026-11-01', '2026-11-20', undefined],
  ])('a period from %s to %s is %s', (start, end, frequency) => {
    expect(payFrequencyOf(on(start), on(end))).toBe(frequency);
  });

  it('says how many periods a month holds', () => {
    expect([periodsPerMonth('biweekly'), periodsPerMonth('annual')]).toEqual([
      rational(13, 6),
      rational(1, 12),
    ]);
  });
});
