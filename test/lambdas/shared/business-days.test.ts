import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  addBusinessDays,
  businessDayOnOrAfter,
  businessDaysBetween,
  everyCalendarDay,
  regXServicingDay,
  regZGeneralDays,
  regZPreciseDay,
  weekdayOffice,
} from '../../../lambdas/shared/business-days.ts';
import { addDays, calendarDate as on, dateOfDayNumber } from '../../../lambdas/shared/calendar.ts';

const general = regZGeneralDays(weekdayOffice);

describe('four kinds of business day', () => {
  it.each([
    ['2026-11-21', 'a Saturday', false, true, false],
    ['2026-11-22', 'a Sunday', false, false, false],
    ['2026-11-26', 'Thanksgiving', false, false, false],
    ['2026-07-03', 'the Friday before a Saturday July 4', false, true, true],
    ['2026-07-04', 'July 4 on a Saturday', false, false, false],
    ['2027-07-05', 'the Monday after a Sunday July 4', false, true, true],
    ['2026-11-20', 'a plain Friday', true, true, true],
  ])('%s, %s: general %s, precise %s, Reg X %s', (date, _what, isGeneral, isPrecise, isRegX) => {
    const day = on(date);
    expect([general(day), regZPreciseDay(day), regXServicingDay(day), everyCalendarDay(day)]).toEqual([
      isGeneral,
      isPrecise,
      isRegX,
      true,
    ]);
  });

  it('follow the lender’s own office days', () => {
    const saturdays = regZGeneralDays({
      openWeekdays: [1, 2, 3, 4, 5, 6],
      closedOnObservedHolidays: false,
      closedOnHolidayDates: true,
      closedOn: [on('2026-11-27')],
      openOn: [on('2026-11-26')],
    });
    expect(
      ['2026-11-21', '2026-11-26', '2026-11-27', '2026-07-03', '2026-07-04'].map((day) => saturdays(on(day))),
    ).toEqual([true, true, false, true, false]);
  });

  it('count from the day after', () => {
    expect(addBusinessDays(on('2026-11-25'), 3, general)).toBe('2026-12-01');
    expect(addBusinessDays(on('2026-11-25'), 3, regZPreciseDay)).toBe('2026-11-30');
    expect(addBusinessDays(on('2026-12-01'), -3, general)).toBe('2026-11-25');
    expect(addBusinessDays(on('2026-11-22'), 0, general)).toBe('2026-11-22');
    expect(businessDayOnOrAfter(on('2026-11-26'), regXServicingDay)).toBe('2026-11-27');
    expect(businessDayOnOrAfter(on('2026-11-27'), regXServicingDay)).toBe('2026-11-27');
  });

  it('give up on an office that never opens', () => {
    const never = regZGeneralDays({ ...weekdayOffice, openWeekdays: [] });
    expect(() => addBusinessDays(on('2026-01-01'), 1, never)).toThrow(
      expect.objectContaining({ code: 'NoBusinessDay' }),
    );
  });

  it('wait ten years for one that does, and no longer', () => {
    const opensOn = (date: string) => addBusinessDays(on('2026-01-01'), 1, (day) => day === date);
    const last = addDays(on('2026-01-01'), 3_654);
    expect(opensOn(last)).toBe(last);
    expect(() => opensOn(addDays(last, 1))).toThrow(expect.objectContaining({ code: 'NoBusinessDay' }));
  });

  it('the days between a date and its nth business day are n', () => {
    const dates = fc.integer({ min: 10_000, max: 40_000 }).map(dateOfDayNumber);
    const rules = fc.constantFrom(general, regZPreciseDay, regXServicingDay, everyCalendarDay);
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 60 }), rules, (date, count, rule) => {
        const end = addBusinessDays(date, count, rule);
        expect(rule(end)).toBe(true);
        expect(businessDaysBetween(date, end, rule)).toBe(count);
        expect(businessDaysBetween(date, addDays(end, -1), rule)).toBe(count - 1);
      }),
    );
  });
});
