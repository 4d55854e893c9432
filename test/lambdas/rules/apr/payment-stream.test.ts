import { describe, expect, it } from 'vitest';
import {
  PaymentStreamSchema,
  streamDate,
  unitsPerInterval,
} from '../../../../lambdas/rules/apr/payment-stream.ts';

const dates = (every: object, atMonthEnd = false) => {
  const stream = PaymentStreamSchema.parse({
    amountCents: 100,
    count: 4,
    firstOn: '2027-02-28',
    every,
    atMonthEnd,
  });
  return [0, 1, 2, 3].map((index) => streamDate(stream, index));
};

describe('a stream of payments', () => {
  it('falls at its interval from the first', () => {
    expect(dates({ kind: 'month', count: 1 })).toEqual([
      '2027-02-28',
      '2027-03-28',
      '2027-04-28',
      '2027-05-28',
    ]);
    expect(dates({ kind: 'month', count: 1 }, true)).toEqual([
      '2027-02-28',
      '2027-03-31',
      '2027-04-30',
      '2027-05-31',
    ]);
    expect(dates({ kind: 'week', count: 2 }).at(-1)).toBe('2027-04-11');
    expect(dates({ kind: 'semimonth' })).toEqual(['2027-02-28', '2027-03-15', '2027-03-28', '2027-04-12']);
    expect(dates({ kind: 'day' }).at(-1)).toBe('2027-03-03');
  });

  it('of more than one payment needs an interval', () => {
    expect(PaymentStreamSchema.safeParse({ amountCents: 1, count: 2, firstOn: '2027-01-01' }).success).toBe(
      false,
    );
  });

  it('counts whole unit-periods where its interval is some', () => {
    const month = { kind: 'month', count: 1 } as const;
    expect(unitsPerInterval({ kind: 'month', count: 12 }, month)).toBe(12);
    expect(unitsPerInterval({ kind: 'month', count: 3 }, { kind: 'semimonth' })).toBe(6);
    expect(unitsPerInterval(month, { kind: 'month', count: 2 })).toBeUndefined();
    expect(unitsPerInterval(month, { kind: 'week', count: 1 })).toBeUndefined();
    expect(unitsPerInterval({ kind: 'semimonth' }, month)).toBeUndefined();
    expect(unitsPerInterval({ kind: 'week', count: 4 }, { kind: 'week', count: 2 })).toBe(2);
    expect(unitsPerInterval({ kind: 'week', count: 4 }, { kind: 'month', count: 2 })).toBeUndefined();
    expect(unitsPerInterval({ kind: 'week', count: 2 }, { kind: 'semimonth' })).toBeUndefined();
    expect(unitsPerInterval({ kind: 'semimonth' }, { kind: 'semimonth' })).toBe(1);
    expect(unitsPerInterval({ kind: 'day' }, { kind: 'day' })).toBe(1);
  });
});
