import * as z from 'zod';
import { CalendarDateSchema, NonNegativeCentsSchema } from '../../lambdas/shared/value-schemas.ts';
import { HigherPricedFactsSchema, higherPriced } from '../../lambdas/rules/ability-to-repay/higher-priced.ts';
import { HighCostFactsSchema, highCost } from '../../lambdas/rules/ability-to-repay/high-cost.ts';
import {
  PointsAndFeesInputSchema,
  pointsAndFees,
} from '../../lambdas/rules/ability-to-repay/points-and-fees.ts';
import { QualifiedMortgageFactsSchema } from '../../lambdas/rules/ability-to-repay/qualified-mortgage-facts.ts';
import { RatioFactsSchema, ratios } from '../../lambdas/rules/ability-to-repay/ratios.ts';
import {
  RateStepsSchema,
  RepaymentLoanSchema,
  repaymentPayment,
  underwritingPayments,
} from '../../lambdas/rules/ability-to-repay/qualifying-payment.ts';
import { citedLines } from './derivation.ts';
import { conformingLimits } from '../../lambdas/rules/ability-to-repay/conforming-limits.ts';
import { defineEngine } from './engine.ts';
import {
  GrowingLoanSchema,
  maximumLoanAmount,
} from '../../lambdas/rules/ability-to-repay/maximum-loan-amount.ts';
import { pointsAndFeesCap } from '../../lambdas/rules/ability-to-repay/points-and-fees-cap.ts';
import { qualifiedMortgage } from '../../lambdas/rules/ability-to-repay/qualified-mortgage.ts';

export const fees = defineEngine({
  name: 'points-and-fees',
  summary: 'Points and fees, the total loan amount, and the cap of a qualified mortgage that year',
  input: PointsAndFeesInputSchema.extend({ consummationOn: CalendarDateSchema }),
  example: {
    consummationOn: '2026-06-15',
    noteAmountCents: 20_000_000,
    amountFinancedCents: 19_800_000,
    items: [{ kind: 'finance-charge', amountCents: 200_000 }],
    discountPoints: {
      amountCents: 200_000,
      isBonaFide: true,
      rateWithoutDiscountPpm: 68_750,
      averagePrimeOfferRatePpm: 64_000,
    },
  },
  run: ({ consummationOn, ...input }) => {
    const counted = pointsAndFees(input);
    const cap = pointsAndFeesCap(input.noteAmountCents, counted.totalLoanAmountCents, consummationOn);
    return { ...counted, cap, withinCap: counted.pointsAndFeesCents <= cap.capCents };
  },
  explain: citedLines,
});

export const qm = defineEngine({
  name: 'qualified-mortgage',
  summary: 'General and small creditor qualified mortgage: every test, and the presumption',
  input: QualifiedMortgageFactsSchema,
  example: {
    consummationOn: '2026-06-15',
    lien: 'first',
    noteAmountCents: 20_000_000,
    totalLoanAmountCents: 19_800_000,
    pointsAndFeesCents: 400_000,
    termMonths: 360,
    hasNegativeAmortization: false,
    hasInterestOnly: false,
    hasBalloon: false,
    isFixedRate: true,
    aprPpm: 66_500,
    averagePrimeOfferRatePpm: 64_000,
    underwrittenByRule: true,
    incomeAndDebtsConsideredAndVerified: true,
  },
  run: qualifiedMortgage,
  explain: citedLines,
});

export const hpml = defineEngine({
  name: 'hpml',
  summary: 'Higher-priced mortgage loan: price, escrow and appraisal',
  input: HigherPricedFactsSchema,
  example: {
    consummationOn: '2026-06-15',
    lien: 'first',
    securesPrincipalDwelling: true,
    noteAmountCents: 20_000_000,
    conformingLimitCents: 83_275_000,
    aprPpm: 80_000,
    averagePrimeOfferRatePpm: 64_000,
  },
  run: higherPriced,
  explain: citedLines,
});

export const hoepa = defineEngine({
  name: 'hoepa',
  summary: 'High-cost mortgage: rate, points and fees, prepayment penalty',
  input: HighCostFactsSchema,
  example: {
    consummationOn: '2026-06-15',
    lien: 'first',
    securesPrincipalDwelling: true,
    noteAmountCents: 20_000_000,
    totalLoanAmountCents: 19_800_000,
    pointsAndFeesCents: 400_000,
    aprPpm: 66_500,
    averagePrimeOfferRatePpm: 64_000,
  },
  run: highCost,
  explain: citedLines,
});

export const repayment = defineEngine({
  name: 'repayment-payment',
  summary: 'The monthly payment that ability to repay is judged by, 1026.43(c)(5)',
  input: RepaymentLoanSchema,
  example: {
    kind: 'interest-only',
    loanAmountCents: 20_000_000,
    months: 360,
    interestOnlyMonths: 60,
    introductoryRatePpm: 50_000,
    fullyIndexedRatePpm: 75_000,
  },
  run: repaymentPayment,
  explain: citedLines,
});

export const underwriting = defineEngine({
  name: 'qm-underwriting-payment',
  summary: 'The payment a qualified mortgage is underwritten by, at the highest rate of five years',
  input: z.strictObject({
    loanAmountCents: NonNegativeCentsSchema,
    months: z.int().min(1).max(600),
    steps: RateStepsSchema,
  }),
  example: {
    loanAmountCents: 20_000_000,
    months: 360,
    steps: [
      { afterPayments: 0, ratePpm: 60_000 },
      { afterPayments: 60, ratePpm: 80_000 },
    ],
  },
  run: ({ loanAmountCents, months, steps }) => underwritingPayments(loanAmountCents, months, steps),
  explain: citedLines,
});

export const limits = defineEngine({
  name: 'conforming-limits',
  summary: 'Baseline and ceiling of the conforming loan limits by year and units',
  input: z.strictObject({
    on: CalendarDateSchema,
    units: z.literal([1, 2, 3, 4]),
    area: z.enum(['elsewhere', 'AK-HI-GU-VI']).default('elsewhere'),
  }),
  example: { on: '2026-06-15', units: 1 },
  run: ({ on, units, area }) => conformingLimits(on, units, area),
  explain: citedLines,
});

export const loanRatios = defineEngine({
  name: 'ratios',
  summary: 'LTV, CLTV, HCLTV, housing and debt to income, months of reserves',
  input: RatioFactsSchema,
  example: {
    purpose: 'purchase',
    loanAmountCents: 16_200_000,
    appraisedValueCents: 18_100_000,
    salePriceCents: 18_000_000,
    housingExpenseCents: 120_026,
    otherMonthlyDebtsCents: [35_000],
    monthlyIncomeCents: 500_000,
    liquidAssetsAfterClosingCents: 1_000_000,
  },
  run: ratios,
  explain: citedLines,
});

export const maximumLoan = defineEngine({
  name: 'maximum-loan-amount',
  summary: 'The most a loan with minimum payments may grow to, and when it is recast, 1026.43(b)(7)',
  input: GrowingLoanSchema,
  example: {
    loanAmountCents: 30_000_000,
    months: 360,
    initialRatePpm: 20_000,
    initialRatePayments: 1,
    highestRatePpm: 90_000,
    yearlyRisePpm: 75_000,
    balanceLimitPpm: 1_100_000,
    minimumPayments: 60,
  },
  run: maximumLoanAmount,
  explain: citedLines,
});
