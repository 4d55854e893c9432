import * as z from 'zod';
import { AccountHistorySchema, delinquencyStatus } from '../../lambdas/rules/delinquency/account-status.ts';
import {
  ApplicationTransferSchema,
  applicationTransferDates,
} from '../../lambdas/rules/delinquency/application-transfer.ts';
import { ArmNoticeInputSchema, armNotice } from '../../lambdas/rules/arm-notices/arm-notice.ts';
import { BorrowerLetterSchema, responseDates } from '../../lambdas/rules/delinquency/response-clocks.ts';
import { CalendarDateSchema } from '../../lambdas/shared/value-schemas.ts';
import {
  CancellationRequestSchema,
  judgeCancellation,
} from '../../lambdas/rules/mortgage-insurance/cancellation-request.ts';
import {
  EarlyInterventionFactsSchema,
  earlyIntervention,
} from '../../lambdas/rules/delinquency/early-intervention.ts';
import {
  InterestStatementInputSchema,
  interestStatement,
} from '../../lambdas/rules/interest-reporting/interest-statement.ts';
import {
  LossMitigationFactsSchema,
  lossMitigationDates,
} from '../../lambdas/rules/delinquency/loss-mitigation.ts';
import {
  NoticeFactsSchema,
  insuranceNotices,
} from '../../lambdas/rules/mortgage-insurance/insurance-notices.ts';
import {
  TerminationFactsSchema,
  automaticTermination,
} from '../../lambdas/rules/mortgage-insurance/automatic-termination.ts';
import { citedLines } from './derivation.ts';
import { defineEngine } from './engine.ts';
import { formatDollars } from '../../lambdas/shared/money.ts';
import { formatPercent } from '../../lambdas/shared/rate.ts';
import {
  OwnershipTransferSchema,
  ownershipNoticeBy,
  servicingTransferDates,
} from '../../lambdas/rules/delinquency/transfer-clocks.ts';
import { SmallServicerFactsSchema, smallServicer } from '../../lambdas/rules/delinquency/small-servicer.ts';
import {
  StatementEventSchema,
  statementExemption,
} from '../../lambdas/rules/delinquency/statement-exemption.ts';
import type { Engine } from './engine.ts';

const insuredLoan = {
  schedule: {
    principalCents: 19_000_000,
    periods: { kind: 'equal' as const, perYear: 12, firstDueOn: '2024-05-01' },
    segments: [{ payments: 360, ratePpm: 62_500, payment: { kind: 'level' as const, overPayments: 360 } }],
  },
  value: { purpose: 'purchase' as const, salesPriceCents: 20_000_000, appraisedValueCents: 20_500_000 },
};
const instalments = ['2026-03-01', '2026-04-01', '2026-05-01'].map((dueOn) => ({
  dueOn,
  amountCents: 150_000,
}));

const insuranceTermination = defineEngine({
  name: 'mi-termination',
  summary: 'Mortgage insurance: the dates of 80 %, 78 % and the midpoint, and when it ends by itself',
  input: TerminationFactsSchema,
  example: { loan: insuredLoan, asOfOn: '2026-11-21' },
  run: automaticTermination,
  explain: citedLines,
});

const insuranceCancellation = defineEngine({
  name: 'mi-cancellation',
  summary: 'A borrower’s request to cancel mortgage insurance at 80 %: every requirement, and what follows',
  input: CancellationRequestSchema,
  example: {
    requestedOn: '2034-05-10',
    scheduledOn: '2034-05-01',
    instalments: [{ dueOn: '2033-12-01', paidOn: '2033-12-09' }],
    isCurrent: true,
    lienCertification: { receivedOn: '2034-05-12' },
  },
  run: judgeCancellation,
  explain: citedLines,
});

const insuranceDisclosures = defineEngine({
  name: 'mi-notices',
  summary: 'The notices that a loan with mortgage insurance calls for, paid by borrower or lender',
  input: NoticeFactsSchema,
  example: {
    loan: insuredLoan,
    commitmentOn: '2024-03-01',
    consummationOn: '2024-03-20',
    paidBy: 'borrower',
  },
  run: insuranceNotices,
  explain: citedLines,
});

const delinquency = defineEngine({
  name: 'delinquency',
  summary: 'Days delinquent, next due date and the industry’s two buckets on a day',
  input: z.strictObject({ history: AccountHistorySchema, asOfOn: CalendarDateSchema }),
  example: {
    history: { instalments, payments: [{ receivedOn: '2026-04-05', amountCents: 150_000 }] },
    asOfOn: '2026-04-06',
  },
  run: ({ history, asOfOn }) => delinquencyStatus(history, asOfOn),
  explain: citedLines,
});

const intervention = defineEngine({
  name: 'early-intervention',
  summary: 'Live contacts, written notices and assigned personnel that a delinquency calls for',
  input: EarlyInterventionFactsSchema,
  example: { history: { instalments }, asOfOn: '2026-05-10', liveContactsOn: ['2026-04-03'] },
  run: earlyIntervention,
  explain: citedLines,
});

const lossMitigation = defineEngine({
  name: 'loss-mitigation',
  summary: 'Every date of a loss mitigation application, and what it protects from',
  input: LossMitigationFactsSchema.refine(
    ({ receivedOn, completeOn }) => !completeOn || completeOn >= receivedOn,
    {
      path: ['completeOn'],
      message: 'an application is not complete before it is received',
    },
  ),
  example: {
    receivedOn: '2026-06-15',
    completeOn: '2026-06-20',
    delinquentSinceOn: '2026-03-01',
    saleOn: '2026-11-30',
  },
  run: lossMitigationDates,
  explain: citedLines,
});

const applicationTransfer = defineEngine({
  name: 'application-transfer',
  summary: 'The dates of a loss mitigation application whose servicing moves',
  input: ApplicationTransferSchema,
  example: { receivedOn: '2026-11-02', transferOn: '2026-11-06' },
  run: applicationTransferDates,
  explain: citedLines,
});

const letters = defineEngine({
  name: 'servicer-response',
  summary: 'When a notice of error or a request for information is acknowledged and answered',
  input: BorrowerLetterSchema,
  example: { kind: 'notice-of-error', receivedOn: '2026-06-15' },
  run: responseDates,
  explain: citedLines,
});

const servicingTransfer = defineEngine({
  name: 'servicing-transfer',
  summary: 'Notices of a transfer of servicing, and the grace of misdirected payments',
  input: z.strictObject({ transferOn: CalendarDateSchema, isInvoluntary: z.boolean().default(false) }),
  example: { transferOn: '2026-06-01' },
  run: ({ transferOn, isInvoluntary }) => servicingTransferDates(transferOn, isInvoluntary),
  explain: citedLines,
});

const ownershipNotice = defineEngine({
  name: 'ownership-notice',
  summary: 'When the notice of a new owner of the loan is due',
  input: OwnershipTransferSchema,
  example: { acquiredOn: ['2026-05-10', '2026-05-20'] },
  run: ({ acquiredOn }) => ownershipNoticeBy(acquiredOn),
  explain: citedLines,
});

const bankruptcyStatement = defineEngine({
  name: 'statement-exemption',
  summary: 'The one periodic statement that may be left out when the rules of bankruptcy begin or end',
  input: StatementEventSchema,
  example: { eventOn: '2026-04-06', dueOn: '2026-04-01', isNextStatementSent: false },
  run: statementExemption,
  explain: citedLines,
});

const smallServicers = defineEngine({
  name: 'small-servicer',
  summary: 'Whether a servicer is small on January 1',
  input: SmallServicerFactsSchema,
  example: { loans: 4_800, loansOfOthers: 0 },
  run: smallServicer,
  explain: citedLines,
});

const armNotices = defineEngine({
  name: 'arm-notice',
  summary: 'The rate adjustment notice of an ARM: its window and everything it states',
  input: ArmNoticeInputSchema,
  example: {
    notice: 'adjustment',
    consummationOn: '2021-06-15',
    termMonths: 360,
    noticeOn: '2026-05-20',
    adjustment: {
      terms: {
        initialRatePpm: 40_000,
        marginPpm: 27_500,
        firstCapPpm: 20_000,
        periodicCapPpm: 10_000,
        lifetimeCapPpm: 50_000,
        lookBackDays: 45,
        roundToPpm: 1_250,
        rounding: 'half-up',
      },
      indexName: '30-day Average SOFR',
      indexValues: [{ availableOn: '2026-05-15', valuePpm: 28_100 }],
      changeNumber: 1,
      changeOn: '2026-07-01',
      changeEveryMonths: 6,
      currentRatePpm: 40_000,
      currentPaymentCents: 95_483,
      balanceCents: 18_089_514,
      remainingMonths: 300,
    },
  },
  run: armNotice,
  explain: (_input, notice) => [
    `index ${formatPercent(notice.index.valuePpm)} of ${notice.index.publishedOn} + margin ${formatPercent(notice.marginPpm)}, rounded: ${formatPercent(notice.fullyIndexedPpm)} (${notice.citation})`,
    `new rate ${formatPercent(notice.ratePpm.new)}, bound by ${notice.limits.boundBy}; kept back ${formatPercent(notice.foregoneIncreasePpm)} (${notice.citation})`,
    `${formatDollars(notice.expectedBalanceCents)} over ${notice.remainingMonths} months: ${formatDollars(notice.paymentCents.new)} from ${notice.firstPaymentOn} (${notice.citation})`,
    ...citedLines(undefined, { window: notice.window }),
  ],
});

const form1098 = defineEngine({
  name: 'form-1098',
  summary: 'The figures of Form 1098 for one mortgage and year, and whether it is required',
  input: InterestStatementInputSchema,
  example: {
    year: 2026,
    originatedOn: '2024-03-20',
    balances: [{ on: '2025-12-01', amountCents: 18_800_000 }],
    receipts: [
      {
        receivedOn: '2026-02-01',
        accruesFromOn: '2026-01-01',
        accruesThroughOn: '2026-01-31',
        amountCents: 97_917,
      },
    ],
    borrowers: [{ kind: 'individual' }],
  },
  run: interestStatement,
  explain: (_input, result) => [
    `box 1: interest received in the year, prepaid interest by the days it is for: ${formatDollars(result.box1InterestCents)} (26 USC 6050H)`,
    `box 2: principal owed on ${result.box2AsOfOn}: ${formatDollars(result.box2PrincipalCents)} (26 USC 6050H(b)(2)(D))`,
    ...citedLines(undefined, result),
  ],
});

export const servicingClocks: readonly Engine[] = [
  insuranceTermination,
  insuranceCancellation,
  insuranceDisclosures,
  delinquency,
  intervention,
  lossMitigation,
  applicationTransfer,
  letters,
  servicingTransfer,
  ownershipNotice,
  bankruptcyStatement,
  smallServicers,
  armNotices,
  form1098,
];
