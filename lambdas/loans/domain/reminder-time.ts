import { addDays, type CalendarDate } from '../../shared/calendar.ts';
import { addMs, type Instant, toInstant } from '../../shared/clock.ts';

/** Two days before a need is due, at 14:00 UTC, which is office time in every zone of the States; never in the past. */
export function reminderAt(dueOn: CalendarDate, now: Instant): Instant {
  const soonest = addMs(now, 60_000);
  const wanted = toInstant(new Date(`${addDays(dueOn, -2)}T14:00:00.000Z`));
  return wanted > soonest ? wanted : soonest;
}
