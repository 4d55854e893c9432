import { describe, expect, it } from 'vitest';
import { calendarDate as on } from '../../../../lambdas/shared/calendar.ts';
import { monthsOfYear } from '../../../../lambdas/rules/income/months-worked.ts';
import { rational } from '../../../../lambdas/shared/rational.ts';

describe('months of a year through a day', () => {
  it.each([
    ['2026-04-15', undefined, rational(7, 2)],
    ['2026-12-31', undefined, rational(12)],
    ['2026-01-31', undefined, rational(1)],
    ['2026-04-15', '2025-06-01', rational(7, 2)],
    ['2026-06-30', '2026-04-16', rational(5, 2)],
    ['2026-04-30', '2026-04-16', rational(1, 2)],
  ])('through %s, working since %s', (through, since, months) => {
    expect(monthsOfYear(on(through), since === undefined ? undefined : on(since))).toEqual(months);
  });
});
