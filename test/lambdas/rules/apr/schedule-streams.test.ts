import { describe, expect, it } from 'vitest';
import { calendarDate as on } from '../../../../lambdas/shared/calendar.ts';
import { cents } from '../../../../lambdas/shared/money.ts';
import { scheduleStreams } from '../../../../lambdas/rules/apr/schedule-streams.ts';

const row = (date: string, amount: number) => ({ dueOn: on(date), paymentCents: cents(amount) });

describe('a schedule as runs of equal payments', () => {
  it('starts a run where the amount changes', () => {
    const rows = [row('2027-01-31', 500), row('2027-02-28', 500), row('2027-03-31', 501)];
    expect(
      scheduleStreams(rows).map(({ amountCents, count, firstOn }) => [amountCents, count, firstOn]),
    ).toEqual([
      [500, 2, '2027-01-31'],
      [501, 1, '2027-03-31'],
    ]);
  });

  it('has no run where it has no payment', () => expect(scheduleStreams([])).toEqual([]));

  it('needs monthly due dates', () => {
    expect(() => scheduleStreams([row('2027-01-01', 1), { paymentCents: cents(1) }])).toThrow(
      expect.objectContaining({ code: 'ScheduleWithoutDates' }),
    );
    expect(() => scheduleStreams([row('2027-01-01', 1), row('2027-01-15', 1)])).toThrow(
      expect.objectContaining({ code: 'ScheduleNotMonthly' }),
    );
  });
});
