import { describe, expect, it } from 'vitest';
import { cents } from '../../../../lambdas/shared/money.ts';
import { interestRateTable, ordinal } from '../../../../lambdas/rules/trid/interest-rate-table.ts';
import { paymentsTable } from '../../../../lambdas/rules/trid/payments-table.ts';
import { productDescription } from '../../../../lambdas/rules/trid/product-description.ts';
import type { Product } from '../../../../lambdas/rules/trid/product-description.ts';

const months = (count: number, amount: number, isInterestOnly = false, most = amount) =>
  Array.from({ length: count }, () => ({
    leastCents: cents(amount),
    mostCents: cents(most),
    isInterestOnly,
  }));

describe('the adjustable interest rate table', () => {
  it('shows the greatest of later limits and the whole range of rates', () => {
    const terms = {
      indexName: 'SOFR',
      marginPpm: 27_500,
      initialRatePpm: 60_000,
      lifetimeCapPpm: 50_000,
      firstCapPpm: 20_000,
      laterCapsPpm: [25_000, 30_000],
      firstChangeMonth: 61,
      changeEveryMonths: 12,
    };
    expect(interestRateTable(terms)).toMatchObject({
      indexAndMargin: 'SOFR + 2.75%',
      minimumAndMaximum: '2.75%/11%',
      firstChange: 'Beginning of 61st month',
      laterChanges: 'Every 12th month after first change',
      firstLimit: '2%',
      laterLimit: '3%',
    });
    expect(interestRateTable({ ...terms, floorPpm: 40_000, changeEveryMonths: 1 })).toMatchObject({
      minimumAndMaximum: '4%/11%',
      laterChanges: 'Every month after first change',
    });
  });

  it.each([
    [1, '1st'],
    [2, '2nd'],
    [3, '3rd'],
    [11, '11th'],
    [12, '12th'],
    [61, '61st'],
    [112, '112th'],
  ])('counts %i as %s', (number, text) => {
    expect(ordinal(number)).toBe(text);
  });
});

describe('the adjustable payments table', () => {
  it('names interest-only payments from the start or in the middle', () => {
    const start = paymentsTable([...months(60, 70_000, true), ...months(300, 123_456)]);
    expect(start).toMatchObject({
      interestOnly: 'YES for your first 60 payments',
      firstChange: '$1,235 at 61st payment',
      maximumPayment: '$1,235 starting at 61st payment',
    });
    const middle = paymentsTable([...months(60, 1), ...months(25, 2, true), ...months(275, 3)]);
    expect(middle.interestOnly).toBe('YES from your 61st to 85th payment');
  });

  it('shows the range of the first change and the first payment at the maximum', () => {
    const table = paymentsTable([
      ...months(60, 70_000),
      ...months(12, 60_000, false, 80_000),
      ...months(12, 60_000, false, 90_000),
    ]);
    expect(table).toMatchObject({
      interestOnly: 'NO',
      optional: 'NO',
      firstChange: '$600 - $800 at 61st payment',
      maximumPayment: '$900 starting at 73rd payment',
    });
  });

  it.each([
    [{ from: 'June', to: 'August' }, 'YES from June to August'],
    [{ every: 3 }, 'YES every third payment'],
    [{ every: 3, until: { unit: 'quarter', number: 20 } }, 'YES every quarter until the 20th quarter'],
    [{ every: 4 }, 'YES every 4th payment'],
  ])('names seasonal payments: %j', (seasonal, text) => {
    expect(paymentsTable(months(360, 1_000), { seasonal }).seasonal).toBe(text);
  });

  it('says when a maximum that depends on the consumer can come', () => {
    const table = paymentsTable([...months(60, 70_000), ...months(300, 150_000)], {
      isMaximumPotential: true,
    });
    expect(table.maximumPayment).toBe('$1,500 as early as the 61st payment');
  });

  it('says how often the payment changes after its first change', () => {
    const table = (...parts: [number, number][]) =>
      paymentsTable(parts.flatMap(([count, amount]) => months(count, amount))).subsequentChanges;
    expect(table([360, 1_000])).toBe('No subsequent changes');
    expect(table([60, 1_000], [300, 2_000])).toBe('No subsequent changes');
    expect(table([60, 1_000], [36, 20_000], [12, 30_000], [252, 40_000])).toBe('Every year');
    expect(table([60, 1_000], [36, 20_000], [264, 30_000])).toBe('Every three years');
    expect(table([60, 1_000], [6, 20_000], [294, 30_000])).toBe('Every 6 months');
    expect(table([6, 1_000], [1, 20_000], [353, 30_000])).toBe('Every month');
  });
});

describe('the product', () => {
  const adjustable = (introductoryMonths: number, firstAdjustment: 12 | 36 | 18 | 'Weekly') =>
    ({ rate: { kind: 'adjustable', introductoryMonths, firstAdjustment } }) satisfies Product;
  const fixed = { kind: 'fixed' } as const;
  it.each<[Product, string]>([
    [{ rate: fixed }, 'Fixed Rate'],
    [adjustable(60, 12), '5/1 Adjustable Rate'],
    [adjustable(0, 36), '0/3 Adjustable Rate'],
    [adjustable(30, 12), '2.5/1 Adjustable Rate'],
    [adjustable(31, 12), '2.58/1 Adjustable Rate'],
    [adjustable(18, 18), '18 mo./18 mo. Adjustable Rate'],
    [adjustable(0, 'Weekly'), '0/ Weekly Adjustable Rate'],
    [{ rate: { kind: 'step', introductoryMonths: 120, firstAdjustment: 12 } }, '10/1 Step Rate'],
    [{ rate: fixed, features: [{ kind: 'interest-only', months: 60 }] }, '5 Year Interest Only, Fixed Rate'],
    [
      {
        rate: { kind: 'step', introductoryMonths: 36, firstAdjustment: 12 },
        features: [{ kind: 'balloon', months: 84 }],
      },
      'Year 7 Balloon Payment, 3/1 Step Rate',
    ],
    [
      {
        rate: fixed,
        features: [
          { kind: 'interest-only', months: 60 },
          { kind: 'negative-amortization', months: 60 },
        ],
      },
      '5 Year Negative Amortization, Fixed Rate',
    ],
    [{ rate: fixed, features: [{ kind: 'seasonal-payment' }] }, 'Seasonal Payment, Fixed Rate'],
  ])('%j is named %s', (product, name) => {
    expect(productDescription(product)).toBe(name);
  });
});
