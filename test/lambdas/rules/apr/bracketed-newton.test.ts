import { describe, expect, it } from 'vitest';
import { bracketedNewton } from '../../../../lambdas/rules/apr/bracketed-newton.ts';

/** x² - 2 and how often it was asked for, with a slope that may lie. */
function counted(slopeOf = (x: number) => 2 * x) {
  const asked = { times: 0 };
  const at = (x: number) => {
    asked.times += 1;
    return { value: x * x - 2, slope: slopeOf(x) };
  };
  return { asked, at };
}

describe("Newton's steps inside a bracket", () => {
  it('find the root in a few', () => {
    const { asked, at } = counted();
    expect(bracketedNewton(at, 0, 2)).toBeCloseTo(Math.SQRT2, 15);
    expect(asked.times).toBeLessThanOrEqual(8);
  });

  it.each([
    ['nowhere', () => 0],
    ['the wrong way', (x: number) => -2 * x],
    ['far below the bracket', () => 1e-9],
  ])('halve the bracket where a slope leads %s', (_where, slopeOf) => {
    const { asked, at } = counted(slopeOf);
    expect(bracketedNewton(at, 0, 2)).toBeCloseTo(Math.SQRT2, 15);
    expect(asked.times).toBeGreaterThan(8);
    expect(asked.times).toBeLessThanOrEqual(60);
  });

  it.each([
    [1, 1.5],
    [1.4, 100],
  ])('start in the middle of %d and %d and stay inside', (low, high) => {
    const seen: number[] = [];
    const at = (x: number) => {
      seen.push(x);
      return { value: x * x - 2, slope: 2 * x };
    };
    bracketedNewton(at, low, high);
    expect(seen[0]).toBe((low + high) / 2);
    expect(Math.min(...seen)).toBeGreaterThanOrEqual(low);
    expect(Math.max(...seen)).toBeLessThanOrEqual(high);
  });
});
