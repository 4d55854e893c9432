import { describe, expect, it } from 'vitest';
import { cents } from '../../../../lambdas/shared/money.ts';
import {
  isFinanceChargeAccurate,
  understatementTolerance,
} from '../../../../lambdas/rules/apr/finance-charge-accuracy.ts';

describe('a finance charge or total of payments', () => {
  it.each([
    ['disclosure', 300_000_00, 100_00],
    ['rescission', 300_000_00, 1_500_00],
    ['rescission', 15_000_00, 100_00],
    ['rescission-of-refinancing', 300_000_00, 3_000_00],
    ['foreclosure', 300_000_00, 35_00],
    ['rescission', 300_000_01, 1_500_00],
  ] as const)('for %s on a note of %i may be understated by %i', (purpose, note, tolerance) => {
    expect(understatementTolerance(purpose, cents(note))).toBe(tolerance);
    const actual = cents(400_000_00);
    const judged = [0, 1].map((over) =>
      isFinanceChargeAccurate(cents(actual - tolerance - over), actual, purpose, cents(note)),
    );
    expect(judged).toEqual([true, false]);
  });

  it('may be overstated by any amount', () => {
    expect(isFinanceChargeAccurate(cents(999_999_99), cents(1), 'foreclosure', cents(1))).toBe(true);
  });
});
