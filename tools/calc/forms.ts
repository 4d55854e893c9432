import * as z from 'zod';
import { AmortizationPlanSchema } from '../../lambdas/rules/amortization/amortization-plan.ts';
import { CashToCloseFactsSchema, cashToClose } from '../../lambdas/rules/trid/cash-to-close.ts';
import { NonNegativeCentsSchema } from '../../lambdas/shared/value-schemas.ts';
import { ProductSchema, productDescription } from '../../lambdas/rules/trid/product-description.ts';
import { RateTermsSchema, interestRateTable } from '../../lambdas/rules/trid/interest-rate-table.ts';
import { amortize } from '../../lambdas/rules/amortization/amortize.ts';
import { citedLines } from './derivation.ts';
import { defineEngine } from './engine.ts';
import { formatDollars } from '../../lambdas/shared/money.ts';
import { paymentsTable } from '../../lambdas/rules/trid/payments-table.ts';
import { projectedPayments } from '../../lambdas/rules/trid/projected-payments.ts';
import { scheduleMonths } from '../../lambdas/rules/trid/schedule-months.ts';

const level = (payments: number, ratePpm: number, overPayments: number) => ({
  payments,
  ratePpm,
  payment: { kind: 'level' as const, overPayments },
});

export const projected = defineEngine({
  name: 'projected-payments',
  summary:
    'The projected payments table of a Loan Estimate or Closing Disclosure, with the adjustable payments table',
  input: z.strictObject({
    form: z.enum(['loan-estimate', 'closing-disclosure']),
    /** The schedule, or the one at the lowest rates. */
    plan: AmortizationPlanSchema,
    /** The schedule at the highest rates, where the rate may change. */
    highestPlan: AmortizationPlanSchema.optional(),
    mortgageInsurance: z
      .strictObject({ monthlyCents: NonNegativeCentsSchema, payments: z.int().nonnegative() })
      .optional(),
    monthlyEscrowCents: NonNegativeCentsSchema.optional(),
  }),
  example: {
    form: 'closing-disclosure',
    plan: {
      principalCents: 20_000_000,
      periods: { kind: 'equal', perYear: 12 },
      segments: [level(360, 65_000, 360)],
    },
    mortgageInsurance: { monthlyCents: 9_500, payments: 96 },
    monthlyEscrowCents: 35_000,
  },
  run: ({ form, plan, highestPlan, ...rest }) => {
    const months = scheduleMonths(amortize(plan), highestPlan ? amortize(highestPlan) : undefined);
    return { columns: projectedPayments({ months, ...rest }, form), adjustable: paymentsTable(months) };
  },
  explain: (_input, { columns }) =>
    columns.map(
      ({ label, principalAndInterest: paid, mortgageInsuranceCents, escrowCents, total }) =>
        `${label}: principal and interest ${formatDollars(paid.leastCents)} to ${formatDollars(paid.mostCents)} + insurance ${formatDollars(mortgageInsuranceCents)} + escrow ${formatDollars(escrowCents)} = ${formatDollars(total.leastCents)} to ${formatDollars(total.mostCents)} (1026.37(c), 1026.38(c))`,
    ),
});

export const cash = defineEngine({
  name: 'cash-to-close',
  summary: 'The calculating cash to close table, standard or alternative',
  input: CashToCloseFactsSchema,
  example: {
    table: 'standard',
    salePriceCents: 25_000_000,
    loanAmountCents: 20_000_000,
    totalClosingCostsCents: 850_000,
    otherThirdPartyPaymentsCents: 25_000_000,
    depositCents: 500_000,
    sellerCreditsCents: 200_000,
  },
  run: cashToClose,
  explain: citedLines,
});

export const rateTable = defineEngine({
  name: 'air-table',
  summary: 'The adjustable interest rate table',
  input: RateTermsSchema,
  example: {
    indexName: '30-day Average SOFR',
    marginPpm: 27_500,
    initialRatePpm: 60_000,
    lifetimeCapPpm: 50_000,
    firstCapPpm: 20_000,
    laterCapsPpm: [10_000],
    firstChangeMonth: 61,
    changeEveryMonths: 6,
  },
  run: interestRateTable,
  explain: citedLines,
});

export const product = defineEngine({
  name: 'product-description',
  summary: 'The loan product as the forms name it',
  input: ProductSchema,
  example: { rate: { kind: 'adjustable', introductoryMonths: 60, firstAdjustment: 12 } },
  run: (input) => ({ product: productDescription(input), citation: '1026.37(a)(10)' }),
  explain: citedLines,
});
