import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { amortize } from '../../../../lambdas/rules/amortization/amortize.ts';
import { annualPercentageRate } from '../../../../lambdas/rules/apr/annual-percentage-rate.ts';
import { cents } from '../../../../lambdas/shared/money.ts';
import { calendarDate as on } from '../../../../lambdas/shared/calendar.ts';
import { fixedRatePlan } from '../../../../lambdas/rules/amortization/note-plans.ts';
import { ppm } from '../../../../lambdas/shared/rate.ts';
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
