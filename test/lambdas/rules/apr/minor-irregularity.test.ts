import { describe, expect, it } from 'vitest';
import { calendarDate as on } from '../../../../lambdas/shared/calendar.ts';
import { judgeFirstPeriod } from '../../../../lambdas/rules/apr/minor-irregularity.ts';

describe('an odd first period', () => {
  it.each([
    [6, '2027-01-19', 13, true],
    [6, '2027-01-18', 14, false],
    [11, '2027-02-07', -6, true],
    [11, '2027-02-08', -7, false],
    [12, '2027-01-11', 21, true],
    [12, '2027-01-10', 22, false],
    [119, '2027-02-12', -11, true],
    [119, '2027-02-13', -12, false],
    [120, '2026-12-31', 32, true],
    [360, '2026-12-30', 33, false],
    [360, '2027-02-27', -26, true],
  ])(
    'of a loan of %i months from %s to March 1 is %i days off; may be ignored: %s',
    (term, from, daysLonger, mayDisregard) => {
      expect(judgeFirstPeriod(term, on(from), on('2027-03-01'))).toMatchObject({ daysLonger, mayDisregard });
    },
  );

  it('is judged by the paragraph of its term', () => {
    const citations = [11, 12, 120].map(
      (term) => judgeFirstPeriod(term, on('2027-02-01'), on('2027-03-01')).citation,
    );
    expect(citations).toEqual(['1026.17(c)(4)(i)', '1026.17(c)(4)(ii)', '1026.17(c)(4)(iii)']);
  });
});
