import { describe, expect, it } from 'vitest';
import { QualifiedMortgageFactsSchema } from '../../../../lambdas/rules/ability-to-repay/qualified-mortgage-facts.ts';
import { qualifiedMortgage } from '../../../../lambdas/rules/ability-to-repay/qualified-mortgage.ts';

const facts = {
  consummationOn: '2026-06-15',
  lien: 'first',
  noteAmountCents: 20_000_000,
  totalLoanAmountCents: 19_800_000,
  pointsAndFeesCents: 594_000,
  termMonths: 360,
  hasNegativeAmortization: false,
  hasInterestOnly: false,
  hasBalloon: false,
  isFixedRate: true,
  aprPpm: 78_999,
  averagePrimeOfferRatePpm: 64_000,
  underwrittenByRule: true,
  incomeAndDebtsConsideredAndVerified: true,
};
const judge = (change: object) =>
  qualifiedMortgage(QualifiedMortgageFactsSchema.parse({ ...facts, ...change }));
const failed = (change: object) =>
  judge(change)
    .checks.filter(({ passed }) => !passed)
    .map(({ rule }) => rule);

describe('a General qualified mortgage', () => {
  it('under a point and a half above the offer rate is in the safe harbor, at it only presumed', () => {
    expect(judge({})).toMatchObject({ isQualified: true, presumption: 'safe-harbor' });
    expect(judge({ aprPpm: 79_000 })).toMatchObject({ isQualified: true, presumption: 'rebuttable' });
  });

  it.each([
    [{ aprPpm: 86_500 }, 'price'],
    [{ pointsAndFeesCents: 594_001 }, 'points-and-fees'],
    [{ termMonths: 361 }, 'term'],
    [{ hasInterestOnly: true }, 'regular-payments'],
    [{ hasNegativeAmortization: true }, 'regular-payments'],
    [{ hasBalloon: true }, 'regular-payments'],
    [{ underwrittenByRule: false }, 'underwriting-payment'],
    [{ incomeAndDebtsConsideredAndVerified: false }, 'consider-and-verify'],
  ])('is none with %j', (change, rule) => {
    expect(judge(change).presumption).toBe('none');
    expect(failed(change)).toEqual([rule]);
  });

  it.each([
    [{ noteAmountCents: 13_795_799 }, 99_000],
    [{ noteAmountCents: 13_795_799, isManufacturedHome: true }, 129_000],
    [{ noteAmountCents: 8_277_499 }, 129_000],
    [{ lien: 'subordinate', noteAmountCents: 8_277_500 }, 99_000],
    [{ lien: 'subordinate', noteAmountCents: 8_277_499 }, 129_000],
    [{ noteAmountCents: 13_795_800, isManufacturedHome: true }, 86_500],
  ])('with %j may cost less than %i', (change, apr) => {
    const free = { ...change, pointsAndFeesCents: 0 };
    expect(failed({ ...free, aprPpm: apr })).toEqual(['price']);
    expect(failed({ ...free, aprPpm: apr - 1 })).toEqual([]);
  });

  it('whose rate may change early is priced at its highest, for the safe harbor too', () => {
    const early = { rateMayChangeWithinFiveYears: true, aprPpm: 70_000 };
    expect(() => judge(early)).toThrow('needs the APR at its highest');
    expect(judge({ ...early, shortResetAprPpm: 80_000 }).presumption).toBe('rebuttable');
    expect(failed({ ...early, shortResetAprPpm: 86_500 })).toEqual(['price']);
  });

  it('may have a prepayment penalty only at a fixed rate, not higher-priced, within limits', () => {
    const penalty = {
      months: 36,
      yearlyPpm: [20_000, 20_000, 10_000],
      alternativeWithoutPenaltyOffered: true,
    };
    expect(failed({ prepaymentPenalty: penalty })).toEqual([]);
    for (const change of [
      { months: 37 },
      { yearlyPpm: [20_000, 20_000, 10_001] },
      { alternativeWithoutPenaltyOffered: false },
    ])
      expect(failed({ prepaymentPenalty: { ...penalty, ...change } })).toEqual(['prepayment-penalty']);
    for (const change of [{ isFixedRate: false }, { isHigherPricedMortgageLoan: true }])
      expect(failed({ prepaymentPenalty: penalty, ...change })).toEqual(['prepayment-penalty']);
  });

  it('of a definition before October 2022 is refused', () => {
    expect(() => judge({ consummationOn: '2022-09-30' })).toThrow('October 1, 2022');
  });
});

describe("a small creditor's qualified mortgage", () => {
  const small = { kind: 'small-creditor', isSmallCreditor: true, isHeldInPortfolio: true };

  it('has no price limit, and a wider safe harbor', () => {
    expect(judge({ ...small, aprPpm: 98_999 }).presumption).toBe('safe-harbor');
    expect(judge({ ...small, aprPpm: 120_000 }).presumption).toBe('rebuttable');
  });

  it('needs a small creditor that holds it', () => {
    expect(failed({ ...small, isSmallCreditor: false })).toEqual(['small-creditor-portfolio']);
    expect(failed({ ...small, isHeldInPortfolio: false })).toEqual(['small-creditor-portfolio']);
  });
});
