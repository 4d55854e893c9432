import { describe, expect, it } from 'vitest';
import {
  HigherPricedFactsSchema,
  higherPriced,
} from '../../../../lambdas/rules/ability-to-repay/higher-priced.ts';
import { calendarDate as day } from '../../../../lambdas/shared/calendar.ts';
import { cents } from '../../../../lambdas/shared/money.ts';
import { oneAppraisalIsEnough } from '../../../../lambdas/rules/ability-to-repay/second-appraisal.ts';

const facts = {
  consummationOn: '2026-06-15',
  lien: 'first',
  securesPrincipalDwelling: true,
  noteAmountCents: 20_000_000,
  conformingLimitCents: 83_275_000,
  aprPpm: 79_000,
  averagePrimeOfferRatePpm: 64_000,
};
const judge = (change: object) => higherPriced(HigherPricedFactsSchema.parse({ ...facts, ...change }));

describe('a higher-priced mortgage loan', () => {
  it.each([
    [{}, true],
    [{ aprPpm: 78_999 }, false],
    [{ noteAmountCents: 83_275_001, aprPpm: 88_999 }, false],
    [{ noteAmountCents: 83_275_001, aprPpm: 89_000 }, true],
    [{ lien: 'subordinate', aprPpm: 98_999 }, false],
    [{ lien: 'subordinate', aprPpm: 99_000 }, true],
    [{ securesPrincipalDwelling: false }, false],
  ])('with %j is one: %s', (change, expected) => {
    expect(judge(change).isHigherPriced).toBe(expected);
  });

  it.each([
    [{}, true, true],
    [{ isEscrowExemptTransaction: true }, false, true],
    [{ isEscrowExemptCreditor: true }, false, true],
    [{ lien: 'subordinate', aprPpm: 99_000 }, false, true],
    [{ isQualifiedMortgage: true }, true, false],
    [{ isAppraisalExemptTransaction: true }, true, false],
    [{ noteAmountCents: 3_420_000 }, true, false],
    [{ noteAmountCents: 3_420_001 }, true, true],
    [{ aprPpm: 70_000 }, false, false],
    [{ consummationOn: '2014-06-15' }, true, undefined],
  ])('with %j needs escrow %s and an appraisal %s', (change, escrowRequired, appraisalRequired) => {
    expect(judge(change)).toMatchObject({ escrowRequired, appraisalRequired });
  });

  it.each([
    ['2026-04-01', 110_000, true],
    ['2026-04-01', 110_001, false],
    ['2026-03-17', 110_001, false],
    ['2026-03-16', 120_000, true],
    ['2026-03-16', 120_001, false],
    ['2025-12-17', 120_001, false],
    ['2025-12-16', 999_999, true],
  ])('of a house bought on %s and resold for %i needs one appraisal only: %s', (bought, price, expected) => {
    const resale = {
      sellerAcquiredOn: day(bought),
      sellerPriceCents: cents(100_000),
      agreementOn: day('2026-06-15'),
      priceCents: cents(price),
    };
    expect(oneAppraisalIsEnough(resale).passed).toBe(expected);
  });
});
