import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amortize } from '../../../../lambdas/rules/amortization/amortize.ts';
import { cents } from '../../../../lambdas/shared/money.ts';
import { fixedRatePlan } from '../../../../lambdas/rules/amortization/note-plans.ts';
import { ppm } from '../../../../lambdas/shared/rate.ts';
import { projectedPayments } from '../../../../lambdas/rules/trid/projected-payments.ts';
import { scheduleMonths } from '../../../../lambdas/rules/trid/schedule-months.ts';

const fixed = (count: number, leastCents: number, mostCents = leastCents) =>
  Array.from({ length: count }, () => ({ leastCents, mostCents }));
const labels = (months: ReturnType<typeof fixed>) =>
  projectedPayments({ months }, 'loan-estimate').map(({ label }) => label);

describe('projected payments', () => {
  it('of a schedule in cents are one column in spite of its last payment', () => {
    const loan = { principalCents: cents(16_250_000), ratePpm: ppm(61_250), months: 360 };
    const months = scheduleMonths(amortize(fixedRatePlan(loan)));
    const [column, ...others] = projectedPayments({ months }, 'closing-disclosure');
    expect(others).toEqual([]);
    expect(column).toMatchObject({ label: 'Years 1-30', principalAndInterest: { leastCents: 98_737 } });
  });

  it('add rounded parts on the estimate and exact ones on the disclosure', () => {
    const terms = {
      months: fixed(12, 200_049),
      mortgageInsurance: { monthlyCents: 16_449, payments: 12 },
      monthlyEscrowCents: 10_050,
    };
    const [estimate] = projectedPayments(terms, 'loan-estimate');
    expect(estimate).toMatchObject({
      label: 'Year 1',
      principalAndInterest: { leastCents: 200_049 },
      mortgageInsuranceCents: 16_400,
      escrowCents: 10_100,
      total: { leastCents: 226_500 },
    });
    const [disclosure] = projectedPayments(terms, 'closing-disclosure');
    expect(disclosure).toMatchObject({ mortgageInsuranceCents: 16_449, total: { leastCents: 226_548 } });
  });

  it('show a range in whole dollars', () => {
    const [, range] = projectedPayments(
      { months: [...fixed(12, 100_000), ...fixed(12, 90_049, 110_050)] },
      'closing-disclosure',
    );
    expect(range?.principalAndInterest).toEqual({ leastCents: 90_000, mostCents: 110_100 });
  });

  it('begin a change in the middle of a year with the next', () => {
    expect(labels([...fixed(30, 100_000), ...fixed(330, 150_000)])).toEqual(['Years 1-3', 'Years 4-30']);
  });

  it('show the range of a year with several changes, then the payment at its anniversary', () => {
    const months = [
      ...fixed(3, 100_000),
      ...fixed(3, 110_000),
      ...fixed(12, 120_000),
      ...fixed(342, 130_000),
    ];
    const columns = projectedPayments({ months }, 'loan-estimate');
    expect(columns.map(({ label }) => label)).toEqual(['Year 1', 'Year 2', 'Years 3-30']);
    expect(columns[0]?.principalAndInterest).toEqual({ leastCents: 100_000, mostCents: 120_000 });
  });

  it('put a final balloon in a column of its own', () => {
    const columns = projectedPayments(
      { months: [...fixed(83, 100_000), ...fixed(1, 9_000_000)] },
      'loan-estimate',
    );
    expect(columns.map(({ label }) => label)).toEqual(['Years 1-7', 'Final Payment']);
    expect(columns[1]?.total.mostCents).toBe(9_000_000);
  });

  it('do not take a regular payment for a balloon, however large', () => {
    expect(labels([...fixed(36, 30_000), ...fixed(144, 70_000)])).toEqual(['Years 1-3', 'Years 4-15']);
    const irregular = [...fixed(36, 30_000), ...fixed(143, 70_000), ...fixed(1, 100_000)];
    expect(labels(irregular)).toEqual(['Years 1-3', 'Years 4-15', 'Final Payment']);
  });

  it('are at most four columns that cover every year once, whatever changes', () => {
    const part = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 500 }));
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 0, max: 400 }),
        (parts, insured) => {
          const months = parts.flatMap(([count, dollars]) => fixed(count, dollars * 100_000));
          const mortgageInsurance = { monthlyCents: 10_000, payments: insured };
          const columns = projectedPayments({ months, mortgageInsurance }, 'loan-estimate');
          expect(columns.length).toBeLessThanOrEqual(4);
          const years = columns.flatMap(({ label }) => {
            const [from, to] = [...label.matchAll(/\d+/g)].map(([digits]) => Math.trunc(+digits));
            return from === undefined
              ? []
              : Array.from({ length: (to ?? from) - from + 1 }, (_, index) => from + index);
          });
          const hasFinal = columns.at(-1)?.label === 'Final Payment';
          const count = Math.ceil((months.length - (hasFinal ? 1 : 0)) / 12);
          expect(years).toEqual(Array.from({ length: count }, (_, index) => index + 1));
        },
      ),
    );
  });
});
