import { addDays, weekdayOf } from './calendar.ts';
import { federalHolidayOn, isObservedHoliday } from './holidays.ts';
import { invalid } from './errors.ts';
import type { CalendarDate, Weekday } from './calendar.ts';

/** Which days count. Four different ones are in use: always say which. */
export type BusinessDayRule = (date: CalendarDate) => boolean;

/** When a lender's offices are open to the public for substantially all of its business. */
export interface OfficeDays {
  openWeekdays: readonly Weekday[];
  /** Whether the offices close on federal holidays, on the day federal offices observe them. */
  closedOnObservedHolidays: boolean;
  /** Whether the offices close on the holiday's own date too, when it is observed on another day. */
  closedOnHolidayDates: boolean;
  /** Days closed or open against the rule above: a storm, an inventory, a working holiday. */
  closedOn?: readonly CalendarDate[];
  openOn?: readonly CalendarDate[];
}

/** Monday to Friday, closed on federal holidays and on their observed days. */
export const weekdayOffice: OfficeDays = {
  openWeekdays: [1, 2, 3, 4, 5],
  closedOnObservedHolidays: true,
  closedOnHolidayDates: true,
};

/** Reg Z general, 12 CFR 1026.2(a)(6), first sentence: LE within three days, revised LE, expiry of estimates. */
export function regZGeneralDays(office: OfficeDays): BusinessDayRule {
  const open = new Set(office.openWeekdays);
  const [closedOn, openOn] = [new Set(office.closedOn), new Set(office.openOn)];
  return (date) => {
    if (openOn.has(date)) return true;
    if (closedOn.has(date) || !open.has(weekdayOf(date))) return false;
    if (office.closedOnHolidayDates && federalHolidayOn(date)) return false;
    return !(office.closedOnObservedHolidays && isObservedHoliday(date));
  };
}

/**
 * Reg Z precise, 12 CFR 1026.2(a)(6), second sentence: every day but Sundays and the holidays of 5 USC 6103(a), each on
 * its own date only (comment 2(a)(6)-2). Saturday counts; so does the Friday or Monday on which a holiday is observed.
 */
export const regZPreciseDay: BusinessDayRule = (date) => weekdayOf(date) !== 0 && !federalHolidayOn(date);

/** Reg X servicing: not Saturdays, Sundays and legal public holidays, e.g. 12 CFR 1024.41(b)(2)(i)(B). */
export const regXServicingDay: BusinessDayRule = (date) => weekdayOf(date) !== 6 && regZPreciseDay(date);

export const everyCalendarDay: BusinessDayRule = () => true;

/** Counting gives up after ten years of closed days in a row rather than never. */
const LONGEST_SEARCH_DAYS = 3_653;

/**
 * The `count`th counted day after the date (before it, if negative); the date itself is day zero and need not count.
 * @throws invalid NoBusinessDay when the rule counts no day
 */
export function addBusinessDays(date: CalendarDate, count: number, counts: BusinessDayRule): CalendarDate {
  const step = count < 0 ? -1 : 1;
  let [day, left, closed] = [date, Math.abs(count), 0];
  while (left > 0) {
    day = addDays(day, step);
    closed = counts(day) ? 0 : closed + 1;
    if (closed === 0) left -= 1;
    if (closed > LONGEST_SEARCH_DAYS)
      throw invalid('NoBusinessDay', 'the rule counts no day within ten years');
  }
  return day;
}

/** How many counted days lie after `start` up to and including `end`; zero when `end` is not later. */
export function businessDaysBetween(start: CalendarDate, end: CalendarDate, counts: BusinessDayRule): number {
  let found = 0;
  for (let day = addDays(start, 1); day <= end; day = addDays(day, 1)) if (counts(day)) found += 1;
  return found;
}

/** The date itself if it counts, or the next that does. */
export const businessDayOnOrAfter = (date: CalendarDate, counts: BusinessDayRule): CalendarDate =>
  addBusinessDays(addDays(date, -1), 1, counts);
