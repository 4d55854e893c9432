import { describe, expect, it } from 'vitest';
import { calendarDate as on } from '../../../lambdas/shared/calendar.ts';
import {
  federalHolidayOn,
  federalHolidays,
  isObservedHoliday,
  observedOn,
} from '../../../lambdas/shared/holidays.ts';

describe('federal holidays by statute', () => {
  it('are eleven from 2021 and ten before Juneteenth', () => {
    expect(federalHolidays(2021)).toHaveLength(11);
    expect(federalHolidays(2020)).toHaveLength(10);
    expect(federalHolidays(1985)).toHaveLength(9);
  });

  it('fall on the statute’s days', () => {
    expect(federalHolidays(2033).map((holiday) => holiday.on)).toEqual([
      '2033-01-01',
      '2033-01-17',
      '2033-02-21',
      '2033-05-30',
      '2033-06-19',
      '2033-07-04',
      '2033-09-05',
      '2033-10-10',
      '2033-11-11',
      '2033-11-24',
      '2033-12-25',
    ]);
  });

  it('kept Veterans Day in October until 1977', () => {
    expect(federalHolidayOn(on('1971-10-25'))?.name).toBe('Veterans Day');
    expect(federalHolidayOn(on('1977-10-24'))?.name).toBe('Veterans Day');
    expect(federalHolidayOn(on('1976-11-11'))).toBeUndefined();
    expect(federalHolidayOn(on('1978-11-11'))?.name).toBe('Veterans Day');
  });

  it('are not guessed for years before the Monday holidays', () => {
    expect(() => federalHolidays(1970)).toThrow(
      expect.objectContaining({ code: 'HolidayYearTooEarly', facts: { year: 1970 } }),
    );
  });

  it('are observed on Friday for a Saturday and on Monday for a Sunday', () => {
    const independence = (year: number) =>
      federalHolidays(year).find(({ name }) => name === 'Independence Day');
    const observed = [2026, 2027, 2028].map((year) => {
      const holiday = independence(year);
      return holiday && observedOn(holiday);
    });
    expect(observed).toEqual(['2026-07-03', '2027-07-05', '2028-07-04']);
  });

  it('observe a Saturday New Year’s Day in the old year', () => {
    expect(isObservedHoliday(on('2027-12-31'))).toBe(true);
    expect(isObservedHoliday(on('2028-01-01'))).toBe(false);
    expect(isObservedHoliday(on('2026-12-31'))).toBe(false);
  });
});
