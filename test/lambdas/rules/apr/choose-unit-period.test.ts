import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../../lambdas/shared/calendar.ts';
import { chooseUnitPeriod } from '../../../../lambdas/rules/apr/choose-unit-period.ts';
import { nameOf } from '../../../../lambdas/rules/apr/unit-period.ts';

const between = (...dates: string[]) =>
  dates.slice(1).map((to, index) => ({ from: calendarDate(dates[index] ?? ''), to: calendarDate(to) }));

describe('the unit-period', () => {
  it.each([
    ['month', between('2027-01-01', '2027-02-01', '2027-03-01', '2027-04-01')],
    ['4 weeks', between('2027-01-01', '2027-01-29', '2027-02-26', '2027-03-26')],
    ['2 weeks', between('2027-01-01', '2027-01-15', '2027-01-29', '2027-02-12')],
    ['semimonth', between('2027-01-01', '2027-01-16', '2027-02-01', '2027-02-16', '2027-03-01')],
    ['semimonth', between('2027-02-01', '2027-02-16', '2027-03-01')],
    ['semimonth', between('2027-07-15', '2027-07-31', '2027-08-15', '2027-08-31')],
    ['year', between('2027-01-01', '2028-01-01', '2029-01-01', '2029-02-01')],
    ['3 months', between('2027-01-01', '2027-02-01', '2027-03-01', '2027-06-01', '2027-09-01', '2027-12-01')],
    ['3 months', between('2027-01-01', '2027-04-01', '2027-07-01', '2027-10-01', '2027-11-01', '2027-12-01')],
    ['52 weeks', between('2027-01-01', '2027-12-31', '2028-12-29')],
    ['52 weeks', between('2027-01-01', '2027-12-31', '2028-12-29', '2029-04-08', '2029-07-27')],
    ['semimonth', between('2027-01-01', '2027-01-17', '2027-02-02', '2027-05-03', '2027-08-06')],
    ['day', between('2027-01-01', '2027-01-02', '2027-01-03', '2027-02-22', '2027-04-16')],
  ])('is the common period that occurs most often: %s', (name, periods) => {
    expect(nameOf(chooseUnitPeriod(periods))).toBe(name);
  });

  it('is the smaller of two that are equally frequent', () => {
    const periods = between('2027-01-01', '2027-02-01', '2027-03-01', '2027-06-01', '2027-09-01');
    expect(nameOf(chooseUnitPeriod(periods))).toBe('month');
    const largerFirst = between('2027-01-01', '2027-04-01', '2027-07-01', '2027-08-01', '2027-09-01');
    expect(nameOf(chooseUnitPeriod(largerFirst))).toBe('month');
  });

  it('is nearest to the average when no period repeats, the lower if halfway', () => {
    expect(nameOf(chooseUnitPeriod(between('2027-01-01', '2027-01-11', '2027-03-02')))).toBe('month');
    expect(nameOf(chooseUnitPeriod(between('2027-01-01', '2027-01-05', '2027-01-22')))).toBe('week');
    expect(nameOf(chooseUnitPeriod(between('2027-01-01', '2027-01-02', '2027-07-20')))).toBe('14 weeks');
    expect(nameOf(chooseUnitPeriod(between('2027-01-01', '2027-02-10', '2027-03-22')))).toBe('6 weeks');
    expect(nameOf(chooseUnitPeriod(between('2027-01-01', '2027-03-10', '2027-05-01')))).toBe('2 months');
    expect(nameOf(chooseUnitPeriod(between('2027-01-01', '2027-12-20', '2028-11-26')))).toBe('50 weeks');
    expect(nameOf(chooseUnitPeriod(between('2027-01-01', '2028-07-01', '2030-01-01')))).toBe('year');
    expect(nameOf(chooseUnitPeriod(between('2027-01-01', '2027-01-11', '2027-01-31')))).toBe('semimonth');
    expect(nameOf(chooseUnitPeriod(between('2027-01-01', '2027-01-10', '2027-01-30')))).toBe('2 weeks');
    expect(nameOf(chooseUnitPeriod(between('2027-01-01', '2027-07-20', '2028-02-25')))).toBe('30 weeks');
    expect(nameOf(chooseUnitPeriod(between('2027-01-02', '2027-01-31', '2027-03-01')))).toBe('4 weeks');
    expect(nameOf(chooseUnitPeriod(between('2027-01-01', '2027-12-17', '2028-12-15')))).toBe('51 weeks');
    expect(nameOf(chooseUnitPeriod(between('2027-01-01', '2028-01-07', '2029-01-12')))).toBe('year');
    expect(nameOf(chooseUnitPeriod(between('2027-01-01', '2027-01-11', '2027-01-21')))).toBe('week');
  });

  it('of intervals that the note states is what it states', () => {
    const stated = { kind: 'month', count: 1 } as const;
    const [odd, ...others] = between('2027-01-04', '2027-02-01', '2027-03-01', '2027-04-01');
    const periods = [odd!, ...others.map((period) => ({ ...period, stated }))];
    expect(nameOf(chooseUnitPeriod(periods))).toBe('month');
    expect(nameOf(chooseUnitPeriod([odd!, ...others]))).toBe('4 weeks');
  });

  it.each([
    ['term of 6 months', '2027-07-01'],
    ['term of 100 days', '2027-04-11'],
    ['year', '2028-03-01'],
    ['year', '2028-01-01'],
  ])('of one advance and one payment is the %s', (name, to) => {
    expect(nameOf(chooseUnitPeriod(between('2027-01-01', to)))).toBe(name);
  });
});
