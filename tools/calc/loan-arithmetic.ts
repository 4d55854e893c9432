import * as z from 'zod';
import { AmortizationPlanSchema } from '../../lambdas/rules/amortization/amortization-plan.ts';
import { AprInputSchema, annualPercentageRate } from '../../lambdas/rules/apr/annual-percentage-rate.ts';
import { ChargeSchema, classifyCharges } from '../../lambdas/rules/apr/finance-charge.ts';
import {
  ConstructionPermanentSchema,
  ConstructionPhaseSchema,
  constructionAlone,
  constructionPermanent,
} from '../../lambdas/rules/amortization/construction-permanent.ts';
import { amortize } from '../../lambdas/rules/amortization/amortize.ts';
import { constructionPayments } from '../../lambdas/rules/trid/construction-payments.ts';
import { citedLines } from './derivation.ts';
import { defineEngine } from './engine.ts';
import { formatDollars } from '../../lambdas/shared/money.ts';
import { formatPercent } from '../../lambdas/shared/rate.ts';
import type {
  ConstructionDisclosure,
  ConstructionPhase,
} from '../../lambdas/rules/amortization/construction-permanent.ts';

export const amortization = defineEngine({
  name: 'amortization',
  summary: 'The payment schedule of a note to the cent',
  input: AmortizationPlanSchema,
  example: {
    principalCents: 20_000_000,
    periods: { kind: 'equal', perYear: 12, firstDueOn: '2026-03-01' },
    segments: [{ payments: 360, ratePpm: 65_000, payment: { kind: 'level', overPayments: 360 } }],
  },
  run: amortize,
  explain: ({ interestRounding }, { payments }) => [
    `interest is balance x rate x part of a year, rounded ${interestRounding} to the cent; principal is the rest (Fannie Mae Form 3200, section 3)`,
    ...payments.map(
      (each) =>
        `${each.number}${each.dueOn ? ` due ${each.dueOn}` : ''}: at ${formatPercent(each.ratePpm)}, payment ${formatDollars(each.paymentCents)} = interest ${formatDollars(each.interestCents)} + principal ${formatDollars(each.principalCents)}; balance ${formatDollars(each.balanceCents)}`,
    ),
  ],
});

/** Ten years of days, many times over: more than any transaction has. */
const MOST_EVENTS = 50_000;
const countOf = (streams: readonly { count: number }[]): number =>
  streams.reduce((sum, { count }) => sum + count, 0);

export const apr = defineEngine({
  name: 'apr',
  summary: 'The annual percentage rate of dated advances and payments by the actuarial method',
  input: AprInputSchema.refine(
    ({ advances, payments }) => countOf(advances) + countOf(payments) <= MOST_EVENTS,
    {
      path: ['payments'],
      message: `a transaction has at most ${MOST_EVENTS} advances and payments`,
    },
  ),
  example: {
    advances: [{ amountCents: 500_000, firstOn: '1978-01-10' }],
    payments: [{ amountCents: 23_000, count: 24, firstOn: '1978-02-10', every: { kind: 'month', count: 1 } }],
  },
  run: annualPercentageRate,
  explain: (_input, result) => [
    'sum of A / ((1 + e i)(1 + i)^q) = sum of P / ((1 + f i)(1 + i)^t), solved for i (12 CFR 1026 Appendix J(b)(8))',
    ...(result.kind === 'found'
      ? [
          `unit-period: ${result.unitPeriod} (Appendix J(b)(4))`,
          `first payment after ${result.firstPeriod.whole} unit-periods and ${result.firstPeriod.fraction} of one (Appendix J(b)(5))`,
          `rate: ${formatPercent(result.aprPpm)} = i x unit-periods per year (${result.citation})`,
        ]
      : [`no rate: ${result.reason} (${result.citation})`]),
  ],
});

export const financeCharge = defineEngine({
  name: 'finance-charge',
  summary: 'Which charges are finance charges, and their total, by 12 CFR 1026.4',
  input: z.strictObject({ charges: z.array(ChargeSchema).max(500) }),
  example: {
    charges: [
      { kind: 'origination-fee', amountCents: 150_000, paidBy: 'borrower', isPrepaid: true },
      {
        kind: 'title-insurance',
        amountCents: 90_000,
        paidBy: 'borrower',
        isBonaFideAndReasonable: true,
        isPrepaid: true,
      },
    ],
  },
  run: ({ charges }) => classifyCharges(charges),
  explain: citedLines,
});

const building = {
  commitmentCents: 20_000_000,
  ratePpm: 80_000,
  constructionMonths: 6,
  prepaidFinanceChargeCents: 300_000,
  interestOn: 'advances' as const,
};

const constructionLines = (
  { ratePpm, constructionMonths, interestOn, prepaidFinanceChargeCents }: ConstructionPhase,
  found: ConstructionDisclosure,
): string[] => {
  const { constructionInterestCents: interest, financeChargeCents, citation } = found;
  const bearing = interestOn === 'advances' ? 'half the commitment' : 'the whole commitment';
  return [
    `construction interest: ${bearing} at ${formatPercent(ratePpm)} for ${constructionMonths} months = ${formatDollars(interest)} (${citation})`,
    `finance charge: all interest, and prepaid charges of ${formatDollars(prepaidFinanceChargeCents)} = ${formatDollars(financeChargeCents)} (${citation})`,
    `amount financed, disclosed: commitment less prepaid charges = ${formatDollars(found.amountFinancedCents)}; for the rate ${formatDollars(found.amountFinancedForAprCents)} (${citation})`,
    `total of payments: amount financed and finance charge = ${formatDollars(found.totalOfPaymentsCents)} (comment app. D-3)`,
    found.aprPpm === undefined
      ? `no rate: charges eat up what is advanced (1026 Appendix J(b)(8))`
      : `annual percentage rate: ${formatPercent(found.aprPpm)} (${citation}, Appendix J(b)(8))`,
  ];
};

export const constructionPhase = defineEngine({
  name: 'construction',
  summary: 'A construction phase disclosed by itself when its advances are not known, Appendix D part I',
  input: ConstructionPhaseSchema,
  example: building,
  run: (phase) => ({ ...constructionAlone(phase), payments: constructionPayments(phase) }),
  explain: (phase, found) => [...constructionLines(phase, found), ...citedLines(phase, found.payments)],
});

export const constructionWhole = defineEngine({
  name: 'construction-permanent',
  summary: 'Construction and permanent financing disclosed as one transaction, Appendix D part II',
  input: ConstructionPermanentSchema,
  example: {
    construction: building,
    permanent: {
      principalCents: 20_000_000,
      periods: { kind: 'equal', perYear: 12 },
      segments: [{ payments: 360, ratePpm: 70_000, payment: { kind: 'level', overPayments: 360 } }],
    },
  },
  run: constructionPermanent,
  explain: ({ construction, firstPaymentAfterMonths }, found) => [
    ...constructionLines(construction, found),
    `first payment period for the rate: half of ${construction.constructionMonths} months and ${firstPaymentAfterMonths} more; payments of interest alone are not counted (${found.citation} B)`,
  ],
});
