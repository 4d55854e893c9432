import { describe, expect, it } from 'vitest';
import { lengthInDays, nameOf, unitPeriodsPerYear } from '../../../../lambdas/rules/apr/unit-period.ts';
import { rational } from '../../../../lambdas/shared/rational.ts';
import type { UnitPeriod } from '../../../../lambdas/rules/apr/unit-period.ts';

const cases: [UnitPeriod, string, number, ReturnType<typeof rational>][] = [
  [{ kind: 'day' }, 'day', 1, rational(365)],
  [{ kind: 'week', count: 1 }, 'week', 7, rational(52)],
  [{ kind: 'week', count: 4 }, '4 weeks', 28, rational(13)],
  [{ kind: 'week', count: 12 }, '12 weeks', 84, rational(13, 3)],
  [{ kind: 'semimonth' }, 'semimonth', 15, rational(24)],
  [{ kind: 'month', count: 1 }, 'month', 30, rational(12)],
  [{ kind: 'month', count: 3 }, '3 months', 90, rational(4)],
  [{ kind: 'month', count: 12 }, 'year', 365, rational(1)],
  [{ kind: 'term', months: 6 }, 'term of 6 months', 180, rational(2)],
  [{ kind: 'term', days: 73 }, 'term of 73 days', 73, rational(5)],
];

describe('unit-periods', () => {
  it.each(cases)('%o is a %s of %i days', (unit, name, days, perYear) => {
    expect([nameOf(unit), lengthInDays(unit), unitPeriodsPerYear(unit)]).toEqual([name, days, perYear]);
  });
});
