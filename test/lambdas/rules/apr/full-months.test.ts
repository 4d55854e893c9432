import { describe, expect, it } from 'vitest';
import { calendarDate as on } from '../../../../lambdas/shared/calendar.ts';
import { monthsBack } from '../../../../lambdas/rules/apr/full-months.ts';

describe('full months measured back from the later date', () => {
  it.each([
    ['2027-01-10', '2027-01-10', false, 0, 0],
    ['2027-01-10', '2027-02-09', false, 0, 30],
    ['2027-01-10', '2027-03-15', false, 2, 5],
    ['2027-01-20', '2027-03-15', false, 1, 26],
    ['2027-01-31', '2027-02-28', false, 1, 0],
    ['2027-01-30', '2027-02-28', false, 1, 0],
    ['2027-01-15', '2027-02-28', false, 1, 13],
    ['2027-01-15', '2027-02-28', true, 1, 16],
    ['2027-12-31', '2028-02-29', false, 2, 0],
  ])('%s to %s (month ends: %s): %i months and %i days', (earlier, later, monthEnd, months, days) => {
    expect(monthsBack(on(earlier), on(later), monthEnd)).toEqual({ months, days });
  });

  it('take a month end for a day like others unless told', () => {
    expect(monthsBack(on('2027-01-15'), on('2027-02-28'))).toEqual({ months: 1, days: 13 });
  });
});
