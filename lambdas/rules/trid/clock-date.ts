import type { CalendarDate } from '../../shared/calendar.ts';

/** A date that a rule fixes, why, and the paragraph that says so. */
export interface ClockDate {
  on: CalendarDate;
  reason: string;
  /** A paragraph of 12 CFR, or `comment` and a paragraph of Supplement I to part 1026. */
  citation: string;
}
