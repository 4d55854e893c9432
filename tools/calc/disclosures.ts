import * as z from 'zod';
import { ApplicationCourseSchema, applicationCourse } from '../../lambdas/rules/trid/application-course.ts';
import { AverageChargeSchema, averageCharge } from '../../lambdas/rules/trid/average-charge.ts';
import { AmortizationPlanSchema } from '../../lambdas/rules/amortization/amortization-plan.ts';
import { EarlyFeeSchema, judgeEarlyFee } from '../../lambdas/rules/trid/early-fee.ts';
import { PenaltyTermSchema, maximumPenalty } from '../../lambdas/rules/trid/prepayment-penalty.ts';
import { amortize } from '../../lambdas/rules/amortization/amortize.ts';
import { CalendarDateSchema } from '../../lambdas/shared/value-schemas.ts';
import { DisclosureChangeSchema, judgeChange } from '../../lambdas/rules/trid/new-waiting-period.ts';
import { LateEventSchema, dutiesAfterConsummation } from '../../lambdas/rules/trid/after-consummation.ts';
import { RescissionFactsSchema, rescission } from '../../lambdas/rules/trid/rescission.ts';
import { ToleranceInputSchema, judgeTolerance } from '../../lambdas/rules/trid/tolerance.ts';
import { TridFactsSchema } from '../../lambdas/rules/trid/trid-facts.ts';
import { citedLines } from './derivation.ts';
import { defineEngine } from './engine.ts';
import { tridClocks } from '../../lambdas/rules/trid/trid-clocks.ts';

export const clocks = defineEngine({
  name: 'trid-clocks',
  summary: 'Earliest and latest dates of Loan Estimate, revisions, Closing Disclosure and consummation',
  input: TridFactsSchema.refine(
    (facts) => !facts.consummationOn || facts.consummationOn >= facts.applicationOn,
    {
      path: ['consummationOn'],
      message: 'a loan does not close before its application is received',
    },
  ),
  example: {
    applicationOn: '2026-06-01',
    loanEstimate: { sentOn: '2026-06-03', method: 'mail' },
    intentToProceedOn: '2026-06-08',
    closingDisclosure: { sentOn: '2026-06-24', method: 'electronic', hasESignConsent: true },
    consummationOn: '2026-07-01',
  },
  run: tridClocks,
  explain: citedLines,
});

export const newWait = defineEngine({
  name: 'new-waiting-period',
  summary: 'Whether a change before closing starts the three business days anew',
  input: DisclosureChangeSchema,
  example: { apr: { disclosedPpm: 70_000, actualPpm: 71_500 } },
  run: judgeChange,
  explain: citedLines,
});

export const afterClosing = defineEngine({
  name: 'after-consummation',
  summary: 'What must be corrected or refunded after closing, and by when',
  input: z.strictObject({ consummationOn: CalendarDateSchema, event: LateEventSchema }),
  example: { consummationOn: '2026-06-15', event: { kind: 'tolerance-refund' } },
  run: ({ consummationOn, event }) => dutiesAfterConsummation(event, consummationOn),
  explain: citedLines,
});

export const tolerance = defineEngine({
  name: 'tolerance',
  summary: 'Good faith of estimates: buckets, baselines after revisions, the cure and its deadline',
  input: ToleranceInputSchema,
  example: {
    charges: [
      { id: 'underwriting', kind: 'fee', paidTo: 'creditor', estimateCents: 80_000, actualCents: 83_000 },
      { id: 'recording', kind: 'recording-fee', estimateCents: 10_000, actualCents: 11_500 },
    ],
    lenderCredits: { estimateCents: 50_000, actualCents: 50_000 },
    consummationOn: '2026-06-15',
  },
  run: judgeTolerance,
  explain: citedLines,
});

export const rescissionRight = defineEngine({
  name: 'rescission',
  summary: 'The right of rescission: its last day, and when money may go out',
  input: RescissionFactsSchema,
  example: {
    consummationOn: '2026-07-01',
    noticeDeliveredOn: '2026-07-01',
    materialDisclosuresDeliveredOn: '2026-07-01',
    securesPrincipalDwelling: true,
    financesAcquisition: false,
  },
  run: rescission,
  explain: citedLines,
});

export const application = defineEngine({
  name: 'application-course',
  summary: 'Whether an application that ended or was amended still needs a Loan Estimate, and by when',
  input: ApplicationCourseSchema,
  example: { applicationOn: '2026-06-01', amendedOn: '2026-06-03' },
  run: applicationCourse,
  explain: citedLines,
});

export const earlyFee = defineEngine({
  name: 'early-fee',
  summary: 'Whether a fee may be imposed on a day, before or after the Loan Estimate and intent to proceed',
  input: EarlyFeeSchema,
  example: {
    fee: 'other',
    isBonaFideAndReasonable: true,
    imposedOn: '2026-06-08',
    estimateReceivedOn: '2026-06-05',
    intent: { on: '2026-06-06', manner: 'phone' },
  },
  run: judgeEarlyFee,
  explain: citedLines,
});

export const average = defineEngine({
  name: 'average-charge',
  summary: 'The average charge of a class of transactions, and for how long it may be charged',
  input: AverageChargeSchema,
  example: { paidCents: [8_000, 8_500, 9_100], fromOn: '2026-01-01', toOn: '2026-04-30' },
  run: averageCharge,
  explain: citedLines,
});

export const penalty = defineEngine({
  name: 'prepayment-penalty',
  summary: 'The most that a prepayment penalty may be, and until when: the loan terms table',
  input: z.strictObject({ terms: z.array(PenaltyTermSchema).max(5), plan: AmortizationPlanSchema }),
  example: {
    terms: [{ kind: 'part-of-balance', partPpm: 20_000, months: 24 }],
    plan: {
      principalCents: 20_000_000,
      periods: { kind: 'equal', perYear: 12 },
      segments: [{ payments: 360, ratePpm: 60_000, payment: { kind: 'level', overPayments: 360 } }],
    },
  },
  run: ({ terms, plan }) => ({ penalty: maximumPenalty(terms, amortize(plan)) ?? 'none' }),
  explain: citedLines,
});
