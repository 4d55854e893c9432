import { describe, expect, it } from 'vitest';
import { calendarDate as on } from '../../../../lambdas/shared/calendar.ts';
import { cents } from '../../../../lambdas/shared/money.ts';
import { interestForDays } from '../../../../lambdas/rules/amortization/per-diem-interest.ts';
import { ppm } from '../../../../lambdas/shared/rate.ts';

const loan = {
  balanceCents: cents(250_000_00),
  ratePpm: ppm(65_000),
  daysInYear: 365,
  rounding: 'half-up',
} as const;

describe('interest for days', () => {
  it('counts the first day and not the last', () => {
    expect(interestForDays({ ...loan, method: 'exact' }, on('2026-12-15'), on('2027-01-01'))).toEqual({
      days: 17,
      perDiemCents: 44_52,
      amountCents: 756_85,
    });
  });

  it('may round each day, or use a year of 360 days', () => {
    const [from, until] = [on('2026-12-15'), on('2027-01-01')];
    expect(interestForDays({ ...loan, method: 'rounded-daily' }, from, until).amountCents).toBe(756_84);
    expect(interestForDays({ ...loan, daysInYear: 360, method: 'exact' }, from, until).amountCents).toBe(
      767_36,
    );
  });

  it('is nothing for no days and refuses to run back', () => {
    const day = on('2027-01-01');
    expect(interestForDays({ ...loan, method: 'exact' }, day, day).amountCents).toBe(0);
    expect(() => interestForDays({ ...loan, method: 'exact' }, day, on('2026-12-31'))).toThrow(
      expect.objectContaining({ code: 'DatesOutOfOrder' }),
    );
  });
});
