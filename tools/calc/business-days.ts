import * as z from 'zod';
import { CalendarDateSchema } from '../../lambdas/shared/value-schemas.ts';
import { OfficeDaysSchema, defaultOffice } from '../../lambdas/rules/trid/office-days.ts';
import {
  addBusinessDays,
  everyCalendarDay,
  regXServicingDay,
  regZGeneralDays,
  regZPreciseDay,
} from '../../lambdas/shared/business-days.ts';
import { addDays, weekdayOf } from '../../lambdas/shared/calendar.ts';
import { federalHolidayOn, federalHolidays, observedOn } from '../../lambdas/shared/holidays.ts';
import { defineEngine } from './engine.ts';
import type { BusinessDayRule } from '../../lambdas/shared/business-days.ts';
import type { CalendarDate } from '../../lambdas/shared/calendar.ts';

const rules = ['reg-z-general', 'reg-z-precise', 'reg-x-servicing', 'calendar'] as const;

const InputSchema = z.strictObject({
  from: CalendarDateSchema,
  /** Negative counts back. */
  days: z.int().min(-1_000).max(1_000),
  rule: z.enum(rules),
  office: OfficeDaysSchema.default(defaultOffice),
});
type Input = z.output<typeof InputSchema>;

const citations = {
  'reg-z-general': '1026.2(a)(6), first sentence',
  'reg-z-precise': '1026.2(a)(6), second sentence',
  'reg-x-servicing': '1024.41(b)(2)(i)(B)',
  calendar: 'calendar days',
} as const;

const ruleOf = ({ rule, office }: Input): BusinessDayRule =>
  ({
    'reg-z-general': regZGeneralDays(office),
    'reg-z-precise': regZPreciseDay,
    'reg-x-servicing': regXServicingDay,
    calendar: everyCalendarDay,
  })[rule];

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

export const businessDays = defineEngine({
  name: 'business-days',
  summary: 'The nth business day after or before a date, by any of the four definitions',
  input: InputSchema,
  example: { from: '2026-07-01', days: 3, rule: 'reg-z-precise' },
  run: (input) => {
    const on = addBusinessDays(input.from, input.days, ruleOf(input));
    return { on, weekday: weekdays[weekdayOf(on)], citation: citations[input.rule] };
  },
  explain: (input, { on, citation }) => dayByDay(input, on, citation),
});

function dayByDay(input: Input, to: CalendarDate, citation: string): string[] {
  const [counts, step] = [ruleOf(input), input.days < 0 ? -1 : 1];
  const lines: string[] = [];
  let counted = 0;
  for (let day = input.from; day !== to;) {
    day = addDays(day, step);
    const holiday = federalHolidayOn(day)?.name;
    const isCounted = counts(day);
    if (isCounted) counted += 1;
    const what = `${day} ${weekdays[weekdayOf(day)] ?? ''}${holiday ? `, ${holiday}` : ''}`;
    lines.push(`${what}: ${isCounted ? `day ${counted}` : 'not counted'} (${citation})`);
  }
  return lines;
}

export const holidays = defineEngine({
  name: 'holidays',
  summary: 'The legal public holidays of a year by statute, with the days federal offices observe them',
  input: z.strictObject({ year: z.int().min(1971).max(9998) }),
  example: { year: 2026 },
  run: ({ year }) =>
    federalHolidays(year).map((holiday) => ({
      ...holiday,
      observedOn: observedOn(holiday),
      citation: '5 USC 6103(a)',
    })),
  explain: (_input, list) =>
    list.map(({ name, on, observedOn: seen, citation }) => `${name}: ${on}, observed ${seen} (${citation})`),
});
