import * as z from 'zod';
import { AmortizationPlanSchema } from '../amortization/amortization-plan.ts';
import { CashToCloseFactsSchema, cashToClose } from './cash-to-close.ts';
import { ClosingCostsSchema, closingCosts } from './closing-costs.ts';
import { NonNegativeCentsSchema, PpmSchema } from '../../shared/value-schemas.ts';
import { PaymentTermsSchema } from './payment-terms.ts';
import { ProductSchema, productDescription } from './product-description.ts';
import { RateTermsSchema, interestRateTable } from './interest-rate-table.ts';
import { addCents, cents, sumCents } from '../../shared/money.ts';
import { amortize } from '../amortization/amortize.ts';
import { inFiveYears, paidOnSchedule } from './comparisons.ts';
import { loanCostFigures } from '../apr/loan-cost-figures.ts';
import { loanTerms } from './loan-terms.ts';
import { PaymentFeaturesSchema, paymentsTable } from './payments-table.ts';
import { percentText } from './disclosure-text.ts';
import { ppm } from '../../shared/rate.ts';
import { projectedPayments } from './projected-payments.ts';
import { stepRateTable, stepRates } from './step-rates.ts';
import { scheduleMonths } from './schedule-months.ts';
import type { CashToClose } from './cash-to-close.ts';
import type { ClosingCosts } from './closing-costs.ts';
import type { InFiveYears } from './comparisons.ts';
import type { InterestRateTable } from './interest-rate-table.ts';
import type { LoanCostFigures } from '../apr/loan-cost-figures.ts';
import type { LoanTerm } from './loan-terms.ts';
import type { AdjustablePaymentsTable, PaymentFeatures } from './payments-table.ts';
import type { ProjectedColumn } from './projected-payments.ts';
import type { StepRates } from './step-rates.ts';
import type { Schedule } from '../amortization/amortize.ts';

const Standard = CashToCloseFactsSchema.options[0].omit({
  loanAmountCents: true,
  totalClosingCostsCents: true,
  paidBeforeClosingCents: true,
});
const Alternative = CashToCloseFactsSchema.options[1].omit({
  loanAmountCents: true,
  totalClosingCostsCents: true,
  paidBeforeClosingCents: true,
});

/** What the figures of either form are made from. The rate of the forms' APR is `annualPercentageRate`'s. */
export const DisclosureFactsSchema = z.strictObject({
  form: z.enum(['loan-estimate', 'closing-disclosure']),
  product: ProductSchema,
  /** Under the terms and the index figure at consummation: totals, comparisons and the rate are of it (17(c)(1)-10). */
  plan: AmortizationPlanSchema,
  /** The same note at the lowest rates it allows, where the rate may fall: the least of the projected payments. */
  lowest: AmortizationPlanSchema.optional(),
  /** The same note at the highest rates it allows, and the month in which the highest can first apply. */
  highest: z
    .strictObject({
      plan: AmortizationPlanSchema,
      ratePpm: PpmSchema.nonnegative(),
      month: z.int().positive(),
    })
    .optional(),
  rateTable: RateTermsSchema.optional(),
  paymentFeatures: PaymentFeaturesSchema.optional(),
  mortgageInsurance: PaymentTermsSchema.shape.mortgageInsurance,
  monthlyEscrowCents: PaymentTermsSchema.shape.monthlyEscrowCents,
  prepaymentPenalty: z
    .strictObject({ mostCents: NonNegativeCentsSchema, months: z.int().positive() })
    .optional(),
  costs: ClosingCostsSchema,
  cash: z.discriminatedUnion('table', [Standard, Alternative]),
  prepaidInterestCents: z.int().brand<'Cents'>(),
  prepaidFinanceChargeCents: NonNegativeCentsSchema,
  /** Rounded once from the exact rate, to three decimals of a percentage: `aprPpb` of `annualPercentageRate` allows it. */
  aprPpm: PpmSchema.nonnegative(),
});
export type DisclosureFacts = z.input<typeof DisclosureFactsSchema>;
type Parsed = z.output<typeof DisclosureFactsSchema>;

export interface Disclosure {
  product: string;
  loanTerms: readonly LoanTerm[];
  projectedPayments: readonly ProjectedColumn[];
  closingCosts: ClosingCosts;
  cashToClose: CashToClose;
  /** Present when a payment may change otherwise than with the rate, 1026.37(i); and when the rate may, (j). */
  adjustablePayments?: AdjustablePaymentsTable;
  adjustableRate?: InterestRateTable;
  /** The Loan Estimate's. */
  inFiveYears: InFiveYears;
  /** The Closing Disclosure's loan calculations, 1026.38(o). */
  calculations: LoanCostFigures;
  apr: string;
  totalInterestPercentage: string;
}

/** The figures of a Loan Estimate or Closing Disclosure, from one set of facts. */
export function disclosure(input: DisclosureFacts): Disclosure {
  const facts = DisclosureFactsSchema.parse(input);
  const schedule = amortize(facts.plan);
  const least = facts.lowest ? amortize(facts.lowest) : schedule;
  const months = scheduleMonths(least, facts.highest ? amortize(facts.highest.plan) : schedule);
  const { mortgageInsurance, monthlyEscrowCents: escrow } = facts;
  const insurance = mortgageInsurance ? { mortgageInsurance } : {};
  const costs = closingCosts(facts.costs, facts.form);
  const exactLoanCosts = closingCosts(facts.costs, 'closing-disclosure').loanCostsCents;
  const calculations = calculationsOf(facts, schedule, exactLoanCosts);
  const table = { months, ...insurance, ...(escrow === undefined ? {} : { monthlyEscrowCents: escrow }) };
  const prepaid = { loanCostsCents: exactLoanCosts, prepaidInterestCents: facts.prepaidInterestCents };
  const steps = facts.product.rate.kind === 'step' ? stepRates(facts.plan) : undefined;
  const rates = facts.rateTable ? interestRateTable(facts.rateTable) : steps && stepRateTable(steps);
  return {
    product: productDescription(facts.product),
    loanTerms: loanTerms({ ...amountsOf(facts, schedule, steps), ...firstChangeOf(facts, steps), months }),
    projectedPayments: projectedPayments(table, facts.form),
    closingCosts: costs,
    cashToClose: cashToClose({
      ...facts.cash,
      loanAmountCents: facts.plan.principalCents,
      totalClosingCostsCents: costs.totalClosingCostsCents,
      // the Loan Estimate has no line for it
      paidBeforeClosingCents: facts.form === 'loan-estimate' ? 0 : costs.paidBeforeClosingCents,
    }),
    ...(hasAdjustablePayments(facts) ? { adjustablePayments: paymentsTable(months, featuresOf(facts)) } : {}),
    ...(rates ? { adjustableRate: rates } : {}),
    inFiveYears: inFiveYears({ paid: paidOnSchedule(schedule), ...insurance, ...prepaid }),
    calculations,
    apr: percentText(facts.aprPpm),
    totalInterestPercentage: percentText(calculations.totalInterestPercentagePpm),
  };
}

const featuresOf = ({ paymentFeatures, rateTable }: Parsed): PaymentFeatures => ({
  ...(rateTable ? { changeEveryMonths: rateTable.changeEveryMonths } : {}),
  ...paymentFeatures,
});

/** 1026.37(i): shown when a payment may change otherwise than by a change of the rate, or is seasonal. */
function hasAdjustablePayments({ plan, paymentFeatures }: Parsed): boolean {
  const others = plan.segments.filter(({ payment }) => payment.kind !== 'level' || payment.mostIncreasePpm);
  return others.length > 0 || paymentFeatures !== undefined;
}

function firstChangeOf({ rateTable }: Parsed, steps: StepRates | undefined) {
  if (rateTable)
    return {
      firstRateChange: { month: rateTable.firstChangeMonth, everyMonths: rateTable.changeEveryMonths },
    };
  const [first] = steps?.changes ?? [];
  const every = steps?.everyMonths;
  return first && every ? { firstRateChange: { month: first.month, everyMonths: every } } : {};
}

function amountsOf(
  { plan, highest: stated, prepaymentPenalty }: Parsed,
  { highestBalanceCents }: Schedule,
  steps: StepRates | undefined,
) {
  const highest = stated ?? steps?.highest;
  const [first] = plan.segments;
  return {
    loanAmountCents: plan.principalCents,
    highestBalanceCents,
    initialRatePpm: first?.ratePpm ?? highest?.ratePpm ?? ppm(0),
    ...(highest ? { highestRate: { ratePpm: highest.ratePpm, month: highest.month } } : {}),
    ...(prepaymentPenalty ? { prepaymentPenalty } : {}),
  };
}

function calculationsOf(
  facts: Parsed,
  schedule: Schedule,
  loanCostsCents: LoanCostFigures['amountFinancedCents'],
) {
  const { mortgageInsurance: insurance, plan } = facts;
  const insured = Math.min(insurance?.payments ?? 0, schedule.payments.length);
  const mortgageInsuranceCents = cents((insurance?.monthlyCents ?? 0) * insured);
  return loanCostFigures({
    loanAmountCents: plan.principalCents,
    scheduledPaymentsCents: addCents(schedule.totalPaymentsCents, mortgageInsuranceCents),
    scheduledInterestCents: sumCents(schedule.payments.map(({ interestCents }) => interestCents)),
    mortgageInsuranceCents,
    prepaidInterestCents: facts.prepaidInterestCents,
    prepaidFinanceChargeCents: facts.prepaidFinanceChargeCents,
    loanCostsCents,
  });
}
