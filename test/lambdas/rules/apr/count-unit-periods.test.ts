import { describe, expect, it } from 'vitest';
import { calendarDate as on } from '../../../../lambdas/shared/calendar.ts';
import { countUnitPeriods } from '../../../../lambdas/rules/apr/count-unit-periods.ts';
import { rational } from '../../../../lambdas/shared/rational.ts';
import type { UnitPeriod } from '../../../../lambdas/rules/apr/unit-period.ts';

const month = (count: number): UnitPeriod => ({ kind: 'month', count });
const week = (count: number): UnitPeriod => ({ kind: 'week', count });

describe('unit-periods between dates', () => {
  it.each([
    ['a month over 30', month(1), '2027-03-05', '2027-05-20', 2, rational(15, 30)],
    [
      'a month over 30 to a month end that is by chance',
      month(1),
      '2027-01-15',
      '2027-02-28',
      1,
      rational(13, 30),
    ],
    ['two months over 60', month(2), '2027-01-10', '2027-04-01', 1, rational(22, 60)],
    ['a half month over 15', { kind: 'semimonth' } as const, '2027-03-05', '2027-05-25', 5, rational(5, 15)],
    ['a week over 7', week(1), '2027-03-01', '2027-03-20', 2, rational(5, 7)],
    ['two weeks over 14', week(2), '2027-03-01', '2027-03-20', 1, rational(5, 14)],
    ['days', { kind: 'day' } as const, '2027-03-01', '2027-03-20', 19, rational(0)],
    ['a year and whole months', month(12), '2027-03-01', '2028-06-01', 1, rational(3, 12)],
    ['a year and days', month(12), '2027-03-01', '2028-06-11', 1, rational(102, 365)],
    ['the term itself', { kind: 'term', days: 100 } as const, '2027-01-01', '2027-04-11', 1, rational(0)],
    [
      'the term at its start',
      { kind: 'term', days: 100 } as const,
      '2027-01-01',
      '2027-01-01',
      0,
      rational(0),
    ],
  ])('%s', (_name, unit, earlier, later, whole, fraction) => {
    expect(countUnitPeriods(on(earlier), on(later), unit)).toEqual({ whole, fraction });
  });
});
