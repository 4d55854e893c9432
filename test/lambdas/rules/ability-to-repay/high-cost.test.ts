import { describe, expect, it } from 'vitest';
import { HighCostFactsSchema, highCost } from '../../../../lambdas/rules/ability-to-repay/high-cost.ts';

const facts = {
  consummationOn: '2026-06-15',
  lien: 'first',
  securesPrincipalDwelling: true,
  noteAmountCents: 20_000_000,
  totalLoanAmountCents: 19_800_000,
  pointsAndFeesCents: 990_000,
  aprPpm: 129_000,
  averagePrimeOfferRatePpm: 64_000,
};
const failed = (change: object) =>
  highCost(HighCostFactsSchema.parse({ ...facts, ...change }))
    .checks.filter(({ passed }) => !passed)
    .map(({ citation }) => citation);

describe('a high-cost mortgage', () => {
  it('is none at the limits', () => {
    expect(failed({ prepaymentPenalty: { months: 36, mostPpm: 20_000 } })).toEqual([]);
  });

  it.each([
    [{ aprPpm: 129_001 }, '1026.32(a)(1)(i)(A)'],
    [{ lien: 'subordinate', aprPpm: 149_001 }, '1026.32(a)(1)(i)(C)'],
    [{ pointsAndFeesCents: 990_001 }, '1026.32(a)(1)(ii)(A)'],
    [
      { noteAmountCents: 2_759_199, totalLoanAmountCents: 2_700_000, pointsAndFeesCents: 138_001 },
      '1026.32(a)(1)(ii)(B)',
    ],
    [
      { noteAmountCents: 1_000_000, totalLoanAmountCents: 900_000, pointsAndFeesCents: 72_001 },
      '1026.32(a)(1)(ii)(B)',
    ],
    [{ prepaymentPenalty: { months: 37, mostPpm: 1 } }, '1026.32(a)(1)(iii)'],
    [{ prepaymentPenalty: { months: 1, mostPpm: 20_001 } }, '1026.32(a)(1)(iii)'],
  ])('is one with %j', (change, citation) => {
    expect(failed(change)).toEqual([citation]);
  });

  it('on personal property under 50,000 may cost two points more', () => {
    const home = {
      isPersonalProperty: true,
      noteAmountCents: 4_999_999,
      pointsAndFeesCents: 0,
      aprPpm: 149_000,
    };
    expect(failed(home)).toEqual([]);
    expect(failed({ ...home, aprPpm: 149_001 })).toEqual(['1026.32(a)(1)(i)(B)']);
    expect(failed({ ...home, noteAmountCents: 5_000_000 })).toEqual(['1026.32(a)(1)(i)(A)']);
  });

  it('is none by exemption, or without a principal dwelling', () => {
    expect(failed({ aprPpm: 200_000, isExempt: true })).toEqual([]);
    expect(failed({ aprPpm: 200_000, securesPrincipalDwelling: false })).toEqual([]);
  });
});
