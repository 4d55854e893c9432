import { describe, expect, it } from 'vitest';
import {
  PointsAndFeesInputSchema,
  pointsAndFees,
} from '../../../../lambdas/rules/ability-to-repay/points-and-fees.ts';
import { calendarDate as day } from '../../../../lambdas/shared/calendar.ts';
import { cents } from '../../../../lambdas/shared/money.ts';
import { pointsAndFeesCap } from '../../../../lambdas/rules/ability-to-repay/points-and-fees-cap.ts';

const loan = { noteAmountCents: 20_000_000, amountFinancedCents: 19_800_000 };
const counted = (items: readonly object[], discountPoints?: object) =>
  pointsAndFees(
    PointsAndFeesInputSchema.parse({ ...loan, items, ...(discountPoints ? { discountPoints } : {}) }),
  );
const item = (kind: string, facts: object = {}) => ({ kind, amountCents: 100_000, ...facts });
const insurance = (facts: object) =>
  item('private-mortgage-insurance', { fhaEquivalentCents: 60_000, ...facts });
const estate = { isReasonable: true, creditorReceivesCompensation: false, paidToAffiliate: false };

describe('points and fees', () => {
  it.each([
    [item('finance-charge'), 100_000],
    [item('finance-charge', { isBonaFideThirdParty: true }), 0],
    [item('government-premium'), 0],
    [insurance({ payableAfterConsummation: true }), 0],
    [insurance({}), 100_000],
    [insurance({ isRefundableProRata: true }), 40_000],
    [insurance({ isRefundableProRata: true, fhaEquivalentCents: 200_000 }), 0],
    [item('loan-originator-compensation'), 100_000],
    [item('loan-originator-compensation', { isExcluded: true }), 0],
    [item('real-estate-charge', estate), 0],
    [item('real-estate-charge', { ...estate, isReasonable: false }), 100_000],
    [item('real-estate-charge', { ...estate, creditorReceivesCompensation: true }), 100_000],
    [item('real-estate-charge', { ...estate, paidToAffiliate: true }), 100_000],
    [item('credit-insurance'), 100_000],
    [item('maximum-prepayment-penalty'), 100_000],
    [item('prepayment-penalty-incurred'), 100_000],
  ])('of %j count %i', (each, expected) => {
    expect(counted([each]).pointsAndFeesCents).toBe(expected);
  });

  it.each([
    [68_000, true, 100_000],
    [74_000, true, 100_000],
    [74_001, true, 300_000],
    [84_000, true, 300_000],
    [84_001, true, 500_000],
    [68_000, false, 500_000],
  ])('with points from %i ppm, bona fide %s, count %i of 500,000', (rate, isBonaFide, expected) => {
    const points = {
      amountCents: 500_000,
      isBonaFide,
      rateWithoutDiscountPpm: rate,
      averagePrimeOfferRatePpm: 64_000,
    };
    expect(counted([], points).pointsAndFeesCents).toBe(expected);
  });

  it('lower the total loan amount by what is counted and financed', () => {
    const affiliate = item('real-estate-charge', { ...estate, paidToAffiliate: true, isFinanced: true });
    expect(counted([affiliate]).totalLoanAmountCents).toBe(19_700_000);
    expect(counted([item('real-estate-charge', { ...estate, isFinanced: true })]).totalLoanAmountCents).toBe(
      19_800_000,
    );
    expect(counted([item('finance-charge')]).totalLoanAmountCents).toBe(19_800_000);
  });

  it.each([
    [137_958, 1, 413_874],
    [137_957, 2, 413_900],
    [82_775, 2, 413_900],
    [82_774, 3, 413_870],
    [27_592, 3, 137_960],
    [27_591, 4, 138_000],
    [17_245, 4, 138_000],
    [17_244, 5, 137_952],
  ])('on a note of %i in 2026 are capped by tier %i', (note, tier, capCents) => {
    const amount = cents(note * 100);
    expect(pointsAndFeesCap(amount, amount, day('2026-06-15'))).toMatchObject({ tier, capCents });
  });

  it('are capped by a share of the total loan amount in the tier of the note', () => {
    expect(pointsAndFeesCap(cents(5_500_000), cents(5_200_000), day('2026-06-15')).capCents).toBe(260_000);
  });
});
