import * as z from 'zod';
import { EscrowAnalysisInputSchema, analyzeEscrow } from '../../lambdas/rules/escrow/escrow-analysis.ts';
import { DisbursementFactsSchema, disbursementDuty } from '../../lambdas/rules/escrow/timely-disbursement.ts';
import {
  EscrowClosingSchema,
  escrowClosingNotice,
} from '../../lambdas/rules/escrow/escrow-closing-notice.ts';
import { EscrowEventSchema, escrowDates } from '../../lambdas/rules/escrow/escrow-dates.ts';
import {
  ForcePlacedFactsSchema,
  forcePlacedDates,
} from '../../lambdas/rules/escrow/force-placed-insurance.ts';
import {
  InitialAnalysisInputSchema,
  analyzeInitialEscrow,
} from '../../lambdas/rules/escrow/initial-analysis.ts';
import { NonNegativeCentsSchema } from '../../lambdas/shared/value-schemas.ts';
import { YearHistorySchema, annualStatement } from '../../lambdas/rules/escrow/escrow-statements.ts';
import { citedLines } from './derivation.ts';
import { defineEngine } from './engine.ts';
import { formatDollars } from '../../lambdas/shared/money.ts';
import type { Engine } from './engine.ts';
import type { Projection } from '../../lambdas/rules/escrow/account-projection.ts';
import type { TrialBalance } from '../../lambdas/rules/escrow/trial-balance.ts';

const items = [
  {
    id: 'county',
    kind: 'property-tax' as const,
    bills: [
      { amountCents: 180_000, deadlineOn: '2027-05-31' },
      { amountCents: 180_000, deadlineOn: '2027-11-30' },
    ],
  },
  {
    id: 'home',
    kind: 'homeowners-insurance' as const,
    bills: [{ amountCents: 120_000, deadlineOn: '2027-07-15' }],
  },
];

function trialLines(
  title: string,
  { startingCents, months, lowest }: TrialBalance,
  citation: string,
): string[] {
  return [
    `${title}: starts with ${formatDollars(startingCents)}, lowest ${formatDollars(lowest.balanceCents)} in ${lowest.month} (${citation})`,
    ...months.map(
      ({ month, paymentCents, disbursementCents, balanceCents }) =>
        `  ${month}: + ${formatDollars(paymentCents)} - ${formatDollars(disbursementCents)} = ${formatDollars(balanceCents)}`,
    ),
  ];
}

const stepLines = (result: Projection): string[] => [
  `a year's disbursements: ${formatDollars(result.yearlyCents)}; each payment ${formatDollars(result.paymentCents)} (1024.17(c)(1)(ii))`,
  ...trialLines('step 1, from nothing', result.initial, '1024.17(d)(2)(i)(A)'),
  ...trialLines('step 2, the lowest month at zero', result.adjusted, '1024.17(d)(2)(i)(B)'),
  `cushion: ${formatDollars(result.cushionCents)}, bound by ${result.cushion.boundBy}: ${result.cushion.reason} (${result.cushion.citation})`,
  ...trialLines('step 3, with the cushion', result.target, '1024.17(d)(2)(i)(C)'),
];

const escrowAnalysis = defineEngine({
  name: 'escrow-analysis',
  summary: 'A year’s escrow analysis: aggregate accounting, surplus, shortage, deficiency, the new payment',
  input: EscrowAnalysisInputSchema,
  example: {
    analyzedOn: '2026-12-10',
    firstPaymentOn: '2027-01-01',
    balanceCents: 90_000,
    previousPaymentCents: 38_000,
    items,
  },
  run: analyzeEscrow,
  explain: (_input, result) => [
    ...stepLines(result),
    `the year begins with ${formatDollars(result.openingCents)}, its target is ${formatDollars(result.target.startingCents)}: ${result.finding.finding} (1024.17(b))`,
    ...citedLines(undefined, { settlements: result.settlements }),
    ...result.payments.map(
      ({ fromPayment, amountCents }) =>
        `from payment ${fromPayment}: ${formatDollars(amountCents)} (1024.17(c)(1)(ii), (f))`,
    ),
    ...trialLines('as it will go', result.projected, '1024.17(i)(1)'),
  ],
});

const escrowInitial = defineEngine({
  name: 'escrow-initial',
  summary: 'The escrow deposit at settlement: aggregate and single-item accounting and the adjustment',
  input: InitialAnalysisInputSchema,
  example: { settlementOn: '2026-11-20', firstPaymentOn: '2027-01-01', items },
  run: analyzeInitialEscrow,
  explain: (_input, result) => [
    ...stepLines(result),
    ...result.singleItems.map(
      ({ itemId, monthlyCents, projection }) =>
        `${itemId} by itself: ${formatDollars(monthlyCents)} a month, starts with ${formatDollars(projection.target.startingCents)} (Appendix E, part II)`,
    ),
    `deposit ${formatDollars(result.initialDepositCents)} = single items ${formatDollars(result.singleItemTotalCents)} and adjustment ${formatDollars(result.aggregateAdjustmentCents)} (1024.17(c)(1)(i), 1026.38(g)(3))`,
    ...citedLines(undefined, { initialStatementDue: result.initialStatementDue }),
  ],
});

const escrowStatement = defineEngine({
  name: 'escrow-statement',
  summary: 'The data of an annual escrow account statement: history, projection, why the low was not reached',
  input: z.strictObject({
    analysis: EscrowAnalysisInputSchema,
    history: YearHistorySchema,
    principalAndInterestCents: NonNegativeCentsSchema,
  }),
  example: {
    analysis: { analyzedOn: '2026-12-31', firstPaymentOn: '2027-01-01', balanceCents: 108_000, items },
    history: {
      endedOn: '2026-12-31',
      openingCents: 100_000,
      mortgagePaymentCents: 188_000,
      escrowPaymentCents: 38_000,
      months: [
        {
          month: '2026-12',
          paymentCents: 38_000,
          disbursements: [{ itemId: 'county', amountCents: 30_000 }],
        },
      ],
    },
    principalAndInterestCents: 150_000,
  },
  run: ({ analysis, history, principalAndInterestCents }) =>
    annualStatement(analyzeEscrow(analysis), history, principalAndInterestCents),
  explain: (_input, statement) => [
    `paid in ${formatDollars(statement.paidInCents)}, ends with ${formatDollars(statement.endingBalanceCents)} (1024.17(i)(1)(iii), (v))`,
    ...citedLines(undefined, statement),
    ...trialLines('history', statement.history, '1024.17(i)(1)'),
    ...trialLines('projection', statement.projection, '1024.17(i)(1)'),
  ],
});

const escrowDue = defineEngine({
  name: 'escrow-dates',
  summary: 'Statements and refunds that fall due after an event in an escrow account’s life',
  input: EscrowEventSchema,
  example: { kind: 'paid-off', on: '2026-06-12' },
  run: escrowDates,
  explain: citedLines,
});

const escrowDisbursement = defineEngine({
  name: 'escrow-disbursement',
  summary: 'Whether and when a bill is paid from escrow, and what the servicer advances',
  input: DisbursementFactsSchema,
  example: { amountCents: 180_000, deadlineOn: '2027-05-31', balanceCents: 120_000, daysOverdue: 10 },
  run: disbursementDuty,
  explain: citedLines,
});

const escrowClosing = defineEngine({
  name: 'escrow-closing-notice',
  summary: 'The last days for the notice before an escrow account is closed',
  input: EscrowClosingSchema,
  example: { closesOn: '2026-07-07', isRequested: true },
  run: escrowClosingNotice,
  explain: citedLines,
});

const forcePlaced = defineEngine({
  name: 'force-placed-insurance',
  summary: 'Reminder, charge and refund of insurance that the servicer places',
  input: ForcePlacedFactsSchema,
  example: { firstNoticeOn: '2026-06-01', reminderOn: '2026-07-01' },
  run: forcePlacedDates,
  explain: citedLines,
});

export const escrowEngines: readonly Engine[] = [
  escrowAnalysis,
  escrowInitial,
  escrowStatement,
  escrowDue,
  escrowDisbursement,
  escrowClosing,
  forcePlaced,
];
