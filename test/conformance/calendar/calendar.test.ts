import { describe, expect, it } from 'vitest';
import { calendarDate, weekdayOf } from '../../../lambdas/shared/calendar.ts';
import { federalHolidays, isObservedHoliday, observedOn } from '../../../lambdas/shared/holidays.ts';
import { regZPreciseDay } from '../../../lambdas/shared/business-days.ts';
import { Tally } from '../tally.ts';
import { readVectors, vectorsAbsentMessage, vectorsPresent } from '../vector-file.ts';

if (!vectorsPresent) console.log(vectorsAbsentMessage);

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

interface Published {
  years: Record<string, { date: string; weekday: string }[]>;
  observed_day_traps: {
    holiday: string;
    observed_friday?: string;
    observed_monday?: string;
    friday_is_precise_business_day?: boolean;
    monday_is_precise_business_day?: boolean;
  }[];
}

describe.skipIf(!vectorsPresent)('published federal holidays', () => {
  it('fall on our dates, and their observed days count as precise business days', () => {
    const file = 'calendar/federal_holidays_5usc6103a.json';
    const { years, observed_day_traps: traps } = readVectors<Published>(file);
    const tally = new Tally(file);
    for (const [year, holidays] of Object.entries(years)) {
      const ours = federalHolidays(Number(year)).map(({ on }) => [on, weekdays[weekdayOf(on)]]);
      for (const [index, { date, weekday }] of holidays.entries())
        tally.check(`${year} ${date}`, ours[index], [date, weekday]);
      tally.check(`${year} count`, ours.length, holidays.length);
    }
    for (const trap of traps) {
      const on = calendarDate(trap.holiday);
      const observed = calendarDate(trap.observed_friday ?? trap.observed_monday ?? '');
      const isBusinessDay = trap.friday_is_precise_business_day ?? trap.monday_is_precise_business_day;
      tally.check(
        `${on} observed`,
        [observedOn({ name: '', on }), isObservedHoliday(observed)],
        [observed, true],
      );
      tally.check(
        `${observed} precise`,
        [regZPreciseDay(observed), regZPreciseDay(on)],
        [isBusinessDay, false],
      );
    }
    expect(tally.report().disagreed).toEqual([]);
  });
});
