import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addYears,
  calendarDate,
  dateIn,
  dateOf,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  isMonthEnd,
  weekdayOf,
} from '../../../lambdas/shared/calendar.ts';
import type { Instant } from '../../../lambdas/shared/clock.ts';

const on = calendarDate;
const dates = fc.integer({ min: -30_000, max: 100_000 }).map(dateOfDayNumber);

describe('calendar dates', () => {
  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-00-10',
    '2026-13-01',
    '2026-01-00',
    '0000-01-01',
    '2026-1-1',
    '20260101',
    '',
  ])('refuse %j', (text) =>
    expect(() => on(text)).toThrow(expect.objectContaining({ code: 'NotACalendarDate' })),
  );

  it('accept the leap days of 2000 and 2028', () => {
    expect([on('2000-02-29'), dateOf(2028, 2, 29)]).toEqual(['2000-02-29', '2028-02-29']);
    expect(on('0001-01-01')).toBe('0001-01-01');
  });

  it('end with the year 9999', () => expect(dateOf(9999, 12, 31)).toBe('9999-12-31'));

  it.each([
    [2026, 2, 30],
    [2026, 13, 1],
    [2026, 0, 1],
    [2026, 1, 0],
    [10_000, 1, 1],
    [0, 1, 1],
    [2026.5, 1, 1],
    [2026, 1.5, 1],
    [2026, 1, 1.5],
  ])('are not made of year %s, month %s and day %s', (year, month, day) => {
    expect(() => dateOf(year, month, day)).toThrow(expect.objectContaining({ code: 'NotACalendarDate' }));
  });

  it('count days across leap years', () => {
    expect(daysBetween(on('2027-12-31'), on('2029-01-01'))).toBe(367);
    expect(daysBetween(on('2026-03-01'), on('2026-02-28'))).toBe(-1);
    expect(dayNumber(on('1970-01-01'))).toBe(0);
  });

  it('know their weekday', () => {
    expect([weekdayOf(on('2026-11-21')), weekdayOf(on('1969-12-28')), weekdayOf(on('2000-01-01'))]).toEqual([
      6, 0, 6,
    ]);
  });

  it.each([
    ['2026-01-31', 1, false, '2026-02-28'],
    ['2028-01-31', 1, false, '2028-02-29'],
    ['2026-02-28', 1, false, '2026-03-28'],
    ['2026-02-28', 1, true, '2026-03-31'],
    ['2026-03-31', -1, false, '2026-02-28'],
    ['2026-12-15', 1, false, '2027-01-15'],
    ['2026-01-15', -13, false, '2024-12-15'],
    ['2026-06-30', 2, true, '2026-08-31'],
    ['2026-06-29', 2, true, '2026-08-29'],
  ])('%s plus %i months (keeping month ends: %s) is %s', (start, months, keep, end) => {
    expect(addMonths(on(start), months, keep)).toBe(end);
  });

  it('add years over a leap day', () => expect(addYears(on('2028-02-29'), 1)).toBe('2029-02-28'));

  it('know month ends', () => {
    expect([isMonthEnd(on('2026-02-28')), isMonthEnd(on('2028-02-28'))]).toEqual([true, false]);
  });

  it('are the date in the lender’s zone, not in UTC', () => {
    const instant = '2026-11-22T03:30:00.000Z' as Instant;
    expect(dateIn('America/New_York', instant)).toBe('2026-11-21');
    expect(dateIn('UTC', instant)).toBe('2026-11-22');
    expect(dateIn('Pacific/Honolulu', '2026-01-01T09:59:59.000Z' as Instant)).toBe('2025-12-31');
  });

  it('added days are the days between, and the weekday moves with them', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -5_000, max: 5_000 }), (date, days) => {
        const later = addDays(date, days);
        expect(daysBetween(date, later)).toBe(days);
        expect((((weekdayOf(date) + days) % 7) + 7) % 7).toBe(weekdayOf(later));
        expect(dateOfDayNumber(dayNumber(date))).toBe(date);
      }),
    );
  });
});
