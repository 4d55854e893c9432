import { describe, expect, it } from 'vitest';
import { calendarDate as on } from '../../../../lambdas/shared/calendar.ts';
import { dueDate } from '../../../../lambdas/rules/amortization/due-dates.ts';

describe('due dates', () => {
  it.each([
    [12, 1, '2027-02-28'],
    [12, 2, '2027-03-31'],
    [4, 1, '2027-04-30'],
    [2, 1, '2027-07-31'],
    [1, 1, '2028-01-31'],
    [26, 2, '2027-02-28'],
    [52, 1, '2027-02-07'],
    [24, 1, '2027-02-15'],
    [24, 2, '2027-02-28'],
  ])('%i a year, number %i after January 31', (perYear, index, date) => {
    expect(dueDate(on('2027-01-31'), perYear, index)).toBe(date);
  });

  it('are not guessed for other frequencies', () => {
    expect(() => dueDate(on('2027-01-31'), 13, 1)).toThrow(
      expect.objectContaining({ code: 'NoRegularDueDates' }),
    );
  });
});
