import { dateOf, partsOf, weekdayOf } from '../../../shared/calendar.ts';
import type { CalendarDate } from '../../../shared/calendar.ts';

/** A date as forms H-24 and H-25 print it: `4/15/2026`. */
export function formDate(date: CalendarDate): string {
  const { year, month, day } = partsOf(date);
  return `${month}/${day}/${year}`;
}

/** US time zones as standard and daylight time are named; Arizona and Hawaii keep standard time. */
const zoneNames = {
  Eastern: ['EST', 'EDT'],
  Central: ['CST', 'CDT'],
  Mountain: ['MST', 'MDT'],
  Arizona: ['MST', 'MST'],
  Pacific: ['PST', 'PDT'],
  Alaska: ['AKST', 'AKDT'],
  Hawaii: ['HST', 'HST'],
} as const;
export type UsZone = keyof typeof zoneNames;
export const usZones = Object.keys(zoneNames) as [UsZone, ...UsZone[]];

/** `EST` or `EDT` on a day: daylight time from March's second Sunday to November's first (15 USC 260a). */
export function zoneName(zone: UsZone, on: CalendarDate): string {
  const { year } = partsOf(on);
  const isDaylight = on >= sundayOf(year, 3, 8) && on < sundayOf(year, 11, 1);
  return zoneNames[zone][isDaylight ? 1 : 0];
}

/** The first Sunday on or after a day of a month. */
function sundayOf(year: number, month: number, from: number): CalendarDate {
  const first = dateOf(year, month, from);
  return dateOf(year, month, from + ((7 - weekdayOf(first)) % 7));
}
