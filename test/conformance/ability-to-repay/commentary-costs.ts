import { HighCostFactsSchema, highCost } from '../../../lambdas/rules/ability-to-repay/high-cost.ts';
import {
  PointsAndFeesInputSchema,
  pointsAndFees,
} from '../../../lambdas/rules/ability-to-repay/points-and-fees.ts';
import { amountIn, percentsIn } from '../commentary-file.ts';
import { bonaFidePointsExcluded } from '../../../lambdas/rules/ability-to-repay/bona-fide-points.ts';
import { calendarDate } from '../../../lambdas/shared/calendar.ts';
import { cents } from '../../../lambdas/shared/money.ts';
import { oneAppraisalIsEnough } from '../../../lambdas/rules/ability-to-repay/second-appraisal.ts';
import { ppm } from '../../../lambdas/shared/rate.ts';
import type { Readers } from '../commentary-file.ts';

const counted = (...items: readonly object[]): number =>
  pointsAndFees(
    PointsAndFeesInputSchema.parse({ noteAmountCents: 20_000_000, amountFinancedCents: 20_000_000, items }),
  ).pointsAndFeesCents;

/** The comments to 1026.32 and 1026.35 that state their terms and figures, each put to the engine. */
export const costReaders: Readers = {
  '32-a-1-iii-Interp-2-ii': (text) => {
    const [limit, fee] = [amountIn(text, 0), amountIn(text, 1)];
    const loan = {
      consummationOn: '2014-06-01',
      lien: 'first',
      securesPrincipalDwelling: true,
      noteAmountCents: limit,
      totalLoanAmountCents: limit,
      pointsAndFeesCents: 0,
      aprPpm: 50_000,
      averagePrimeOfferRatePpm: 50_000,
      prepaymentPenalty: { months: 120, mostPpm: Math.round((fee * 1_000_000) / limit) },
    };
    return [['after 36 months', highCost(HighCostFactsSchema.parse(loan)).isHighCost, true]];
  },
  '32-b-1-i-D-Interp-1': () => [
    [
      'of a third party',
      counted({ kind: 'finance-charge', amountCents: 50_000, isBonaFideThirdParty: true }),
      0,
    ],
  ],
  '32-b-1-i-F-Interp-2': (text) => {
    const [, undiscounted, offer] = percentsIn(text);
    const rates = {
      rateWithoutDiscountPpm: undiscounted ?? ppm(0),
      averagePrimeOfferRatePpm: offer ?? ppm(0),
    };
    return [['points left out', bonaFidePointsExcluded({ isBonaFide: true, ...rates }).points, 1]];
  },
  '32-b-1-ii-Interp-4-ii': (text) => {
    const [fee, commission] = [amountIn(text, 0), amountIn(text, 1)];
    const broker = { kind: 'loan-originator-compensation', amountCents: fee };
    const employee = { kind: 'loan-originator-compensation', amountCents: commission, isExcluded: true };
    return [["the broker's fee alone", counted(broker, employee), fee]];
  },
  '32-b-1-ii-Interp-4-iv': (text) => {
    const [salary, bonus] = [amountIn(text, 0), amountIn(text, 1)];
    const excluded = { kind: 'loan-originator-compensation', amountCents: salary, isExcluded: true };
    return [
      ['the bonus alone', counted(excluded, { ...excluded, amountCents: bonus, isExcluded: false }), bonus],
    ];
  },
  '32-b-1-ii-Interp-5-i': (text) => {
    const commission = amountIn(text, 0);
    return [
      ['commission', counted({ kind: 'loan-originator-compensation', amountCents: commission }), commission],
    ];
  },
  '35-c-4-i-Interp-2': (text) => {
    const resale = {
      sellerAcquiredOn: calendarDate('2012-04-17'),
      sellerPriceCents: cents(10_000_000),
      agreementOn: calendarDate('2012-10-15'),
      priceCents: cents(20_000_000),
    };
    const { used, passed } = oneAppraisalIsEnough(resale);
    return [
      ['days', text.includes(`would be ${String(used['days'])},`), true],
      ['no second appraisal', passed, true],
    ];
  },
};
