import { describe, expect, it } from 'vitest';
import { amortize } from '../../../../lambdas/rules/amortization/amortize.ts';
import { cents } from '../../../../lambdas/shared/money.ts';
import { calendarDate as on } from '../../../../lambdas/shared/calendar.ts';
import { interestPeriods } from '../../../../lambdas/rules/amortization/interest-periods.ts';
import { ppm } from '../../../../lambdas/shared/rate.ts';
import { rational } from '../../../../lambdas/shared/rational.ts';

describe('interest periods', () => {
  it('of an odd first period bear interest by its own days', () => {
    const oddFirst = {
      interestFromOn: on('2026-12-16'),
      dayCount: 'actual/365',
      collected: 'first-payment',
    } as const;
    const periods = interestPeriods(
      { kind: 'equal', perYear: 12, firstDueOn: on('2027-02-01'), oddFirst },
      2,
    );
    expect(periods.map(({ ofYear }) => ofYear)).toEqual([rational(47, 365), rational(1, 12)]);
    expect(periods.map(({ levelOfYear }) => levelOfYear)).toEqual([rational(1, 12), rational(1, 12)]);
  });

  it('by dates follow the calendar, and a level payment may ignore it', () => {
    const dueOn = [on('2027-02-01'), on('2027-03-01')];
    const dated = { kind: 'dated', interestFromOn: on('2027-01-01'), dueOn, dayCount: 'actual/365' } as const;
    const [first, second] = interestPeriods({ ...dated, levelBy: 'dates' }, 2);
    expect([first?.ofYear, second?.levelOfYear]).toEqual([rational(31, 365), rational(28, 365)]);
    expect(interestPeriods({ ...dated, levelBy: 12 }, 2)[1]?.levelOfYear).toEqual(rational(1, 12));
  });

  it('refuse too few dates, dates that go back, and an odd period without a first date', () => {
    const dated = {
      kind: 'dated',
      interestFromOn: on('2027-01-01'),
      dayCount: '30/360',
      levelBy: 'dates',
    } as const;
    expect(() => interestPeriods({ ...dated, dueOn: [on('2027-02-01')] }, 2)).toThrow(
      expect.objectContaining({ code: 'TooFewDueDates' }),
    );
    expect(() => interestPeriods({ ...dated, dueOn: [on('2026-12-01')] }, 1)).toThrow(
      expect.objectContaining({ code: 'DueDatesOutOfOrder' }),
    );
    const oddFirst = { interestFromOn: on('2026-12-16'), dayCount: '30/360', collected: 'spread' } as const;
    expect(() => interestPeriods({ kind: 'equal', perYear: 12, oddFirst }, 1)).toThrow(
      expect.objectContaining({ code: 'TooFewDueDates' }),
    );
  });

  it('of an odd first period may be spread over level payments', () => {
    const oddFirst = {
      interestFromOn: on('2026-12-16'),
      dayCount: 'actual/365',
      collected: 'spread',
    } as const;
    const { payments } = amortize({
      principalCents: cents(100_000_00),
      periods: { kind: 'equal', perYear: 12, firstDueOn: on('2027-02-01'), oddFirst },
      segments: [{ payments: 360, ratePpm: ppm(60_000), payment: { kind: 'level', overPayments: 360 } }],
    });
    expect(payments[0]).toMatchObject({ paymentCents: 601_18, interestCents: 772_60 });
    expect(Math.abs((payments.at(-1)?.paymentCents ?? 0) - 601_18)).toBeLessThan(5_00);
  });

  it('lengthen the first interest of a loan and leave its payment', () => {
    const { payments } = amortize({
      principalCents: cents(100_000_00),
      periods: {
        kind: 'equal',
        perYear: 12,
        firstDueOn: on('2027-02-01'),
        oddFirst: { interestFromOn: on('2026-12-16'), dayCount: 'actual/365' },
      },
      segments: [{ payments: 360, ratePpm: ppm(60_000), payment: { kind: 'level', overPayments: 360 } }],
    });
    expect(payments[0]).toMatchObject({
      paymentCents: 599_55,
      interestCents: 772_60,
      principalCents: -173_05,
    });
  });
});
