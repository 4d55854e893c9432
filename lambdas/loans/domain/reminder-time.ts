import { addDays, type CalendarDate } from '../../shared/calendar.ts';
import { addMs, type Instant, toInstant } from '../../shared/clock.ts';

/** What a need's schedules are about: it will be due, and it was due. */
export const remindersAbout = ['reminder', 'overdue'] as const;
export type ReminderAbout = (typeof remindersAbout)[number];

const days: Record<ReminderAbout, number> = { reminder: -2, overdue: 1 };

/** Two days before a need is due, or the day after, at 14:00 UTC, which is office time in every zone of the States; never in the past. */
export function reminderAt(about: ReminderAbout, dueOn: CalendarDate, now: Instant): Instant {
  const soonest = addMs(now, 60_000);
  const wanted = toInstant(new Date(`${addDays(dueOn, days[about])}T14:00:00.000Z`));
  return wanted > soonest ? wanted : soonest;
}
