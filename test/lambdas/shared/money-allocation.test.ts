import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { allocate } from '../../../lambdas/shared/money-allocation.ts';
import { cents, sumCents } from '../../../lambdas/shared/money.ts';

describe('allocation by weights', () => {
  it('gives left-over cents to the largest remainders, earlier parts first', () => {
    expect(allocate(cents(100), [1, 1, 1])).toEqual([34, 33, 33]);
    expect(allocate(cents(100), [1, 2, 3])).toEqual([17, 33, 50]);
    expect(allocate(cents(10), [5, 1])).toEqual([8, 2]);
    expect(allocate(cents(100), [3, 2, 1])).toEqual([50, 33, 17]);
    expect(allocate(cents(11), [2, 4, 3, 6])).toEqual([2, 3, 2, 4]);
    expect(allocate(cents(-100), [1, 1, 1])).toEqual([-34, -33, -33]);
    expect(allocate(cents(6), [1, 1, 1, 1])).toEqual([2, 2, 1, 1]);
    expect(allocate(cents(5), [0, 1, 0])).toEqual([0, 5, 0]);
  });

  it.each([[[]], [[0, 0]], [[2, -1]]])('refuses weights %j', (weights) => {
    expect(() => allocate(cents(1), weights)).toThrow(expect.objectContaining({ code: 'NoWeights' }));
  });

  it('sums to the whole, and no part is a cent or more from its exact share', () => {
    const weights = fc
      .array(fc.nat(1_000_000), { minLength: 1, maxLength: 12 })
      .filter((list) => list.some(Boolean));
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), weights, (amount, list) => {
        const parts = allocate(cents(amount), list);
        const total = list.reduce((sum, weight) => sum + weight, 0);
        expect(sumCents(parts)).toBe(cents(amount));
        for (const [index, part] of parts.entries()) {
          const off = BigInt(part) * BigInt(total) - BigInt(amount) * BigInt(list[index] ?? 0);
          expect((off < 0n ? -off : off) < BigInt(total)).toBe(true);
        }
      }),
    );
  });
});
