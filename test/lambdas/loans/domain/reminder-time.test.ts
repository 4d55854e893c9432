import { describe, expect, it } from 'vitest';
import { reminderAt } from '../../../../lambdas/loans/domain/reminder-time.ts';
import { calendarDate } from '../../../../lambdas/shared/calendar.ts';
import { toInstant } from '../../../../lambdas/shared/clock.ts';

describe("a need's reminder", () => {
  it.each([
    ['two days before', 'reminder', '2026-12-01', '2026-11-21T15:00:00.000Z', '2026-11-29T14:00:00.000Z'],
    [
      'in a minute where that is past',
      'reminder',
      '2026-11-22',
      '2026-11-21T15:00:00.000Z',
      '2026-11-21T15:01:00.000Z',
    ],
    [
      'over the end of a year',
      'reminder',
      '2027-01-01',
      '2026-12-20T15:00:00.000Z',
      '2026-12-30T14:00:00.000Z',
    ],
    [
      'again on the day after',
      'overdue',
      '2026-12-31',
      '2026-12-20T15:00:00.000Z',
      '2027-01-01T14:00:00.000Z',
    ],
    [
      'in a minute for one that was due before it was asked',
      'overdue',
      '2026-11-01',
      '2026-11-21T15:00:00.000Z',
      '2026-11-21T15:01:00.000Z',
    ],
  ] as const)('comes %s', (_what, about, dueOn, now, at) => {
    expect(reminderAt(about, calendarDate(dueOn), toInstant(new Date(now)))).toBe(at);
  });
});
