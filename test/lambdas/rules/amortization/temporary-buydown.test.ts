import { describe, expect, it } from 'vitest';
import { cents } from '../../../../lambdas/shared/money.ts';
import { ppm } from '../../../../lambdas/shared/rate.ts';
import { temporaryBuydown } from '../../../../lambdas/rules/amortization/temporary-buydown.ts';

const note = { principalCents: cents(300_000_00), ratePpm: ppm(65_000), months: 360 };

describe('a temporary buydown', () => {
  it('of 2-1 has the fund pay what the borrower does not', () => {
    const { notePaymentCents, years, fundCents } = temporaryBuydown(note, [ppm(20_000), ppm(10_000)]);
    expect(notePaymentCents).toBe(1_896_20);
    expect(
      years.map(({ effectiveRatePpm, borrowerPaymentCents, subsidyCents }) => [
        effectiveRatePpm,
        borrowerPaymentCents,
        subsidyCents,
      ]),
    ).toEqual([
      [45_000, 1_520_06, 376_14],
      [55_000, 1_703_37, 192_83],
    ]);
    expect(fundCents).toBe(12 * (376_14 + 192_83));
  });

  it('does not go below zero', () => {
    expect(() => temporaryBuydown(note, [ppm(70_000)])).toThrow(
      expect.objectContaining({ code: 'BuydownTooDeep' }),
    );
  });
});
