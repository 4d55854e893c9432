import * as z from 'zod';
import { NonNegativeCentsSchema, PpmSchema } from '../../shared/value-schemas.ts';
import { AmortizationPlanSchema } from './amortization-plan.ts';
import { amortize } from './amortize.ts';
import { cents, sumCents } from '../../shared/money.ts';
import { constructionEstimate } from './construction-estimate.ts';
import { ppm } from '../../shared/rate.ts';
import { solveGeneralEquation } from '../apr/general-equation.ts';
import type { CashFlow, SolvedRate } from '../apr/general-equation.ts';
import type { Cents } from '../../shared/money.ts';
import type { Ppm } from '../../shared/rate.ts';

/** A construction phase whose advances are not known at consummation, 12 CFR 1026.17(c)(6)(ii). */
export const ConstructionPhaseSchema = z.strictObject({
  commitmentCents: z.int().positive().brand<'Cents'>(),
  ratePpm: PpmSchema.nonnegative(),
  constructionMonths: z.int().min(1).max(60),
  prepaidFinanceChargeCents: NonNegativeCentsSchema,
  interestOn: z.enum(['advances', 'commitment']),
});
export type ConstructionPhase = z.output<typeof ConstructionPhaseSchema>;

export const ConstructionPermanentSchema = z
  .strictObject({
    construction: ConstructionPhaseSchema,
    /** The note after construction: its principal is the commitment. */
    permanent: AmortizationPlanSchema,
    /** Months from the end of construction to the first payment of principal and interest. */
    firstPaymentAfterMonths: z.int().min(0).max(12).default(1),
  })
  .refine(({ construction, permanent }) => construction.commitmentCents === permanent.principalCents, {
    path: ['permanent', 'principalCents'],
    message: 'the permanent loan is of the whole commitment',
  });

export interface ConstructionDisclosure {
  /** Interest of the construction period, estimated. */
  constructionInterestCents: Cents;
  financeChargeCents: Cents;
  /** The whole commitment less prepaid finance charges, as disclosed. */
  amountFinancedCents: Cents;
  /** Comment app. D-3: the payments together, which is the amount financed and the finance charge together. */
  totalOfPaymentsCents: Cents;
  /** What the annual percentage rate is solved from: never disclosed itself. */
  amountFinancedForAprCents: Cents;
  /** Absent when no rate solves: charges eat up what is advanced. */
  aprPpm?: Ppm;
  citation: '1026 Appendix D, part I' | '1026 Appendix D, part II';
}

/**
 * Part I: the construction phase as a transaction of its own, one payment at its end. The rate is of half the
 * commitment less prepaid charges, on which estimated interest and prepaid charges are the finance charge.
 */
export function constructionAlone(input: z.input<typeof ConstructionPhaseSchema>): ConstructionDisclosure {
  const phase = ConstructionPhaseSchema.parse(input);
  const { interestCents, amountFinancedForAprCents, amountFinancedDisclosedCents } =
    constructionEstimate(phase);
  const financeChargeCents = cents(interestCents + phase.prepaidFinanceChargeCents);
  const months = phase.constructionMonths;
  // App. J(b)(4)(iii): a single payment within a year has its term for unit-period, a longer one a year
  const yearly = months > 12;
  const paid = { whole: yearly ? Math.floor(months / 12) : 1, fraction: yearly ? (months % 12) / 12 : 0 };
  const solved = solveGeneralEquation([
    { amountCents: amountFinancedForAprCents, whole: 0, fraction: 0 },
    { amountCents: -(amountFinancedForAprCents + financeChargeCents), ...paid },
  ]);
  return {
    constructionInterestCents: interestCents,
    financeChargeCents,
    amountFinancedCents: amountFinancedDisclosedCents,
    totalOfPaymentsCents: cents(amountFinancedDisclosedCents + financeChargeCents),
    amountFinancedForAprCents,
    ...aprOf(solved, yearly ? 1 : 12 / months),
    citation: '1026 Appendix D, part I',
  };
}

/**
 * Part II: construction and permanent financing as one transaction. For the rate alone, construction interest is taken
 * as a prepaid finance charge, interest-only payments are not counted, and the first period is half the construction
 * period and the time from its end to the first amortizing payment.
 */
export function constructionPermanent(
  input: z.input<typeof ConstructionPermanentSchema>,
): ConstructionDisclosure {
  const { construction, permanent, firstPaymentAfterMonths } = ConstructionPermanentSchema.parse(input);
  const { prepaidFinanceChargeCents, commitmentCents, constructionMonths } = construction;
  const { interestCents: constructionInterestCents } = constructionEstimate(construction);
  const { payments, totalPaymentsCents } = amortize(permanent);
  const permanentInterest = sumCents(payments.map(({ interestCents }) => interestCents));
  const amountFinancedForAprCents = cents(
    commitmentCents - prepaidFinanceChargeCents - constructionInterestCents,
  );
  const firstHalves = constructionMonths + 2 * firstPaymentAfterMonths;
  const flows: CashFlow[] = payments.map(({ paymentCents }, index) => ({
    amountCents: 0 - paymentCents,
    whole: Math.floor(firstHalves / 2) + index,
    fraction: (firstHalves % 2) / 2,
  }));
  const solved = solveGeneralEquation([
    { amountCents: amountFinancedForAprCents, whole: 0, fraction: 0 },
    ...flows,
  ]);
  return {
    constructionInterestCents,
    financeChargeCents: cents(constructionInterestCents + permanentInterest + prepaidFinanceChargeCents),
    amountFinancedCents: cents(commitmentCents - prepaidFinanceChargeCents),
    totalOfPaymentsCents: cents(totalPaymentsCents + constructionInterestCents),
    amountFinancedForAprCents,
    ...aprOf(solved, 12),
    citation: '1026 Appendix D, part II',
  };
}

const aprOf = (solved: SolvedRate, perYear: number): { aprPpm?: Ppm } =>
  solved.kind === 'solved' ? { aprPpm: ppm(Math.round(solved.ratePerUnitPeriod * perYear * 1_000_000)) } : {};
