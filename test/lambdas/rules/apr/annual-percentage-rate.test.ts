import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { amortize } from '../../../../lambdas/rules/amortization/amortize.ts';
import { annualPercentageRate } from '../../../../lambdas/rules/apr/annual-percentage-rate.ts';
import { cents } from '../../../../lambdas/shared/money.ts';
import { calendarDate as on } from '../../../../lambdas/shared/calendar.ts';
import { fixedRatePlan } from '../../../../lambdas/rules/amortization/note-plans.ts';
import { ppm } from '../../../../lambdas/shared/rate.ts';
import { solveGeneralEquation } from '../../../../lambdas/rules/apr/general-equation.ts';
import { scheduleStreams } from '../../../../lambdas/rules/apr/schedule-streams.ts';
import type { AprInput } from '../../../../lambdas/rules/apr/annual-percentage-rate.ts';

const month = { kind: 'month', count: 1 } as const;
const find = (input: AprInput) => {
  const result = annualPercentageRate(input);
  if (result.kind !== 'found') throw new Error(result.reason);
  return result;
};

describe('the annual percentage rate', () => {
  it('of a loan without fees is its note rate within 0.0005 points', () => {
    const terms = fc.record({
      principalCents: fc.integer({ min: 50_000_00, max: 2_000_000_00 }).map(cents),
      ratePpm: fc.integer({ min: 1_000, max: 150_000 }).map(ppm),
      months: fc.integer({ min: 12, max: 480 }),
      firstDueOn: fc.constant(on('2027-02-01')),
    });
    fc.assert(
      fc.property(terms, (note) => {
        const payments = scheduleStreams(amortize(fixedRatePlan(note)).payments);
        const { aprPpb } = find({
          advances: [{ amountCents: note.principalCents, firstOn: '2027-01-01' }],
          payments,
        });
        expect(Math.abs(aprPpb / 1_000 - note.ratePpm)).toBeLessThanOrEqual(5);
      }),
      { numRuns: 60 },
    );
  });

  it('rises with fees', () => {
    const payments = [{ amountCents: 599_55, count: 360, firstOn: '2027-02-01', every: month }];
    const [plain, costly] = [100_000_00, 97_000_00].map((amountCents) =>
      find({ advances: [{ amountCents, firstOn: '2027-01-01' }], payments }),
    );
    expect(plain?.aprPpm).toBe(60_000);
    expect(costly?.aprPpm).toBe(62_865);
  });

  it('is the same for a stream and for its payments one by one', () => {
    const advances = [{ amountCents: 10_000_00, firstOn: '2027-01-10' }];
    const stream = find({
      advances,
      payments: [{ amountCents: 900_00, count: 12, firstOn: '2027-03-01', every: month }],
    });
    const dates = ['03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map(
      (number) => `2027-${number}-01`,
    );
    const payments = [...dates, '2028-01-01', '2028-02-01'].map((firstOn) => ({
      amountCents: 900_00,
      firstOn,
    }));
    expect(find({ advances, payments })).toEqual(stream);
    expect(stream).toMatchObject({ unitPeriod: 'month', firstPeriod: { whole: 1, fraction: '11/15' } });
  });

  it('counts single payments that are month ends from month ends', () => {
    const payments = ['2027-02-28', '2027-03-31', '2027-04-30'].map((firstOn) => ({
      amountCents: 3_400_00,
      firstOn,
    }));
    const found = find({ advances: [{ amountCents: 10_000_00, firstOn: '2027-01-15' }], payments });
    expect(found.firstPeriod).toEqual({ whole: 1, fraction: '8/15' });
  });

  it.each([
    [
      'one day of the month, all of them month ends',
      '03-15',
      ['2027-04-30', '2027-06-30', '2027-09-30', '2027-11-30'],
      { whole: 0, fraction: '3/4' },
    ],
    [
      'month ends and other days',
      '01-15',
      ['2027-02-28', '2027-03-15', '2027-04-15', '2027-05-15'],
      { whole: 1, fraction: '13/30' },
    ],
  ])('counts single payments on %s from days like others', (_which, from, dates, firstPeriod) => {
    const payments = dates.map((firstOn) => ({ amountCents: 3_400_00, firstOn }));
    const advances = [{ amountCents: 10_000_00, firstOn: `2027-${from}` }];
    expect(find({ advances, payments }).firstPeriod).toEqual(firstPeriod);
  });

  it('counts a stream that falls at month ends as its single payments', () => {
    const advances = [{ amountCents: 10_000_00, firstOn: '2027-01-15' }];
    const ends = ['2027-02-28', '2027-03-31', '2027-04-30', '2027-05-31'];
    const stream = { amountCents: 2_600_00, count: 4, firstOn: '2027-02-28', every: month };
    const found = find({ advances, payments: [{ ...stream, atMonthEnd: true }] });
    expect(found.firstPeriod).toEqual({ whole: 1, fraction: '8/15' });
    expect(found).toEqual(
      find({ advances, payments: ends.map((firstOn) => ({ amountCents: 2_600_00, firstOn })) }),
    );
    expect(find({ advances, payments: [stream] }).aprPpb).toBeGreaterThan(found.aprPpb);
  });

  it('counts month ends date by date where an interval is no whole number of unit-periods', () => {
    const everyMonths = (count: number) => ({ kind: 'month' as const, count });
    const advances = [{ amountCents: 2_000_00, count: 6, firstOn: '2027-01-15', every: everyMonths(2) }];
    const stream = { amountCents: 4_200_00, count: 3, firstOn: '2027-06-30', every: everyMonths(3) };
    const ends = ['2027-06-30', '2027-09-30', '2027-12-31'].map((firstOn) => ({
      amountCents: 4_200_00,
      firstOn,
    }));
    const found = find({ advances, payments: [{ ...stream, atMonthEnd: true }] });
    expect(found.unitPeriod).toBe('2 months');
    expect(found).toEqual(find({ advances, payments: ends }));
    const { aprPpb } = find({ advances, payments: [stream] });
    expect(aprPpb).toBeGreaterThan(0);
    expect(aprPpb).not.toBe(found.aprPpb);
  });

  it('of a stream counts its intervals from its first payment, not its dates', () => {
    const advances = [{ amountCents: 10_000_00, firstOn: '2027-01-10' }];
    const payments = [{ amountCents: 3_500_00, count: 3, firstOn: '2027-01-31', every: month }];
    const found = find({ advances, payments });
    const flow = (amountCents: number, whole: number) => ({ amountCents, whole, fraction: 0.7 });
    const solved = solveGeneralEquation([
      { amountCents: 10_000_00, whole: 0, fraction: 0 },
      ...[0, 1, 2].map((whole) => flow(-3_500_00, whole)),
    ]);
    expect(found.unitPeriod).toBe('month');
    const rate = solved.kind === 'solved' ? solved.ratePerUnitPeriod : Number.NaN;
    expect(found.aprPpb).toBe(Math.round(rate * 12e9));
  });

  it('chooses no unit-period that its streams state once', () => {
    const advances = [{ amountCents: 10_000_00, firstOn: '2027-01-01' }];
    const payments = [{ amountCents: 5_100_00, count: 2, firstOn: '2027-01-25', every: month }];
    expect(find({ advances, payments }).unitPeriod).toBe('4 weeks');
  });

  it('is the same in whatever order streams are listed, and whether they are one or two', () => {
    const advances = [{ amountCents: 10_000_00, firstOn: '2027-01-10' }];
    const odd = { amountCents: 500_00, firstOn: '2027-03-20' };
    const first = { amountCents: 900_00, count: 6, firstOn: '2027-03-01', every: month };
    const second = { amountCents: 850_00, count: 6, firstOn: '2027-09-01', every: month };
    const found = find({ advances, payments: [first, second, odd] });
    expect(found).toMatchObject({ unitPeriod: 'month', firstPeriod: { whole: 1, fraction: '11/15' } });
    expect(find({ advances, payments: [odd, second, first] })).toEqual(found);
    const insurance = { amountCents: 50_00, count: 6, firstOn: '2027-03-01', every: month };
    const plain = { ...first, amountCents: 850_00, count: 12 };
    expect(find({ advances, payments: [odd, insurance, plain] })).toEqual(found);
  });

  it('takes an interval as stated only between neighbours', () => {
    const quarter = { kind: 'month', count: 3 } as const;
    const advances = [{ amountCents: 10_000_00, firstOn: '2027-03-01' }];
    const quarterly = { amountCents: 4_000_00, count: 3, firstOn: '2027-04-01', every: quarter };
    const between = ['2027-06-01', '2027-09-01'].map((firstOn) => ({ amountCents: 1_000_00, firstOn }));
    expect(find({ advances, payments: [quarterly] }).unitPeriod).toBe('3 months');
    expect(find({ advances, payments: [quarterly, ...between] }).unitPeriod).toBe('month');
    const monthly = { amountCents: 4_000_00, count: 3, firstOn: '2027-02-01', every: month };
    const early = [{ amountCents: 10_000_00, firstOn: '2027-01-04' }];
    expect(find({ advances: early, payments: [monthly] }).unitPeriod).toBe('month');
  });

  it('takes time from the first event, even a payment', () => {
    const found = find({
      advances: [{ amountCents: 10_000_00, firstOn: '2027-03-01' }],
      payments: [{ amountCents: 1_000_00, count: 12, firstOn: '2027-01-01', every: month }],
    });
    expect(found.firstPeriod).toEqual({ whole: 0, fraction: '0/1' });
    expect(found.aprPpm).toBeGreaterThan(0);
  });

  it('of several advances is higher when they come later', () => {
    const payments = [{ amountCents: 1_000_00, count: 12, firstOn: '2027-08-01', every: month }];
    const early = find({ advances: [{ amountCents: 11_000_00, firstOn: '2027-01-01' }], payments });
    const late = find({
      advances: [{ amountCents: 2_750_00, count: 4, firstOn: '2027-01-01', every: month }],
      payments,
    });
    expect(late.aprPpm).toBeGreaterThan(early.aprPpm);
  });

  it('says why there is none', () => {
    const result = annualPercentageRate({
      advances: [{ amountCents: 10_000_00, firstOn: '2027-01-01' }],
      payments: [{ amountCents: 9_000_00, firstOn: '2027-02-01' }],
    });
    expect(result).toMatchObject({ kind: 'no-rate', reason: 'PaymentsBelowAdvances' });
  });
});
