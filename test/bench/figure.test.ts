import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineOf, median, percentile } from '../../bench/figure.ts';

describe('percentiles', () => {
  it.each([
    [[7], 0.99, 7],
    [[4, 1, 3, 2], 0.5, 2],
    [[4, 1, 3, 2], 0.75, 3],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.95, 10],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0, 1],
  ])('of %j, %d: %d', (sample, share, expected) => {
    expect(percentile(sample, share)).toBe(expected);
  });

  it('are values of the sample with at least that share at or below them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1 }),
        fc.constantFrom(0.5, 0.95, 0.99, 1),
        (sample, share) => {
          const found = percentile(sample, share);
          expect(sample).toContain(found);
          expect(sample.filter((value) => value <= found).length).toBeGreaterThanOrEqual(
            share * sample.length - 1e-9,
          );
        },
      ),
    );
  });

  it('of nothing are refused', () => {
    expect(() => median([])).toThrow('empty sample');
  });
});

describe('a figure on the terminal', () => {
  it('says when a target is missed, and only then', () => {
    const figure = { name: 'start', unit: 's', target: 6 };
    expect(lineOf({ ...figure, value: 6.1 })).toContain('MISSED');
    expect(lineOf({ ...figure, value: 6 })).not.toContain('MISSED');
  });
});
