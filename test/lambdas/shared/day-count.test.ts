import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  addMonths,
  calendarDate as on,
  dateOfDayNumber,
  daysBetween,
} from '../../../lambdas/shared/calendar.ts';
import { thirty360Days, yearFraction } from '../../../lambdas/shared/day-count.ts';
import { negated, plus, rational } from '../../../lambdas/shared/rational.ts';

const conventions = ['30/360', 'actual/365', 'actual/360', 'actual/364', 'actual/actual'] as const;

describe('day counts', () => {
  it.each([
    ['2026-01-15', '2026-02-15', 30],
    ['2026-01-31', '2026-02-28', 28],
    ['2026-02-28', '2026-03-31', 30],
    ['2026-01-30', '2026-03-31', 60],
    ['2026-01-29', '2026-03-31', 62],
    ['2027-02-28', '2028-02-29', 360],
    ['2026-01-01', '2027-01-01', 360],
    ['2026-03-15', '2026-02-15', -30],
  ])('30/360 from %s to %s is %i days', (start, end, days) => {
    expect(thirty360Days(on(start), on(end))).toBe(days);
  });

  it('actual days stand over the year each convention names', () => {
    const [start, end] = [on('2027-12-01'), on('2028-01-31')];
    expect(yearFraction('actual/365', start, end)).toEqual(rational(61, 365));
    expect(yearFraction('actual/360', start, end)).toEqual(rational(61, 360));
    expect(yearFraction('actual/364', start, end)).toEqual(rational(61, 364));
    expect(yearFraction('actual/actual', start, end)).toEqual(plus(rational(31, 365), rational(30, 366)));
    expect(yearFraction('30/360', start, end)).toEqual(rational(1, 6));
  });

  it.each(conventions)('%s from a day to itself is nothing', (convention) => {
    expect(yearFraction(convention, on('2026-06-15'), on('2026-06-15'))).toEqual(rational(0));
  });

  it('actual/actual over whole years is whole', () => {
    expect(yearFraction('actual/actual', on('2024-01-01'), on('2028-01-01'))).toEqual(rational(4));
  });

  it('months of 30/360 are twelfths from any first of a month', () => {
    fc.assert(
      fc.property(fc.nat(360), fc.nat(360), (offset, months) => {
        const start = addMonths(on('2000-01-01'), offset);
        expect(yearFraction('30/360', start, addMonths(start, months))).toEqual(rational(months, 12));
      }),
    );
  });

  it('actual conventions add up over any day between, and turn sign when reversed', () => {
    const dates = fc.integer({ min: 0, max: 30_000 }).map(dateOfDayNumber);
    fc.assert(
      fc.property(dates, dates, dates, fc.constantFrom(...conventions.slice(1)), (a, b, c, convention) => {
        const [first, middle, last] = [a, b, c].sort() as [typeof a, typeof b, typeof c];
        const whole = yearFraction(convention, first, last);
        expect(plus(yearFraction(convention, first, middle), yearFraction(convention, middle, last))).toEqual(
          whole,
        );
        expect(yearFraction(convention, last, first)).toEqual(negated(whole));
        expect(daysBetween(first, last) === 0).toBe(whole.numerator === 0n);
      }),
    );
  });
});
