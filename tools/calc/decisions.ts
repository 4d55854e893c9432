import {
  AccountActionSchema,
  accountNotice as noticeOfAccount,
} from '../../lambdas/rules/decisions/account-notice.ts';
import {
  AccountReviewSchema,
  PricingFactsSchema,
  accountReviewNotice,
  pricingNotice,
} from '../../lambdas/rules/decisions/pricing-notice.ts';
import {
  AdverseActionNoticeSchema,
  adverseActionNotice as noticeOfAdverseAction,
} from '../../lambdas/rules/decisions/adverse-action-notice.ts';
import { ApplicationFactsSchema } from '../../lambdas/rules/decisions/application-facts.ts';
import { CallSchema, callPermission } from '../../lambdas/rules/decisions/call-permission.ts';
import { CreditRequestSchema, standingOf } from '../../lambdas/rules/decisions/credit-request.ts';
import { EmailSchema, emailPermission } from '../../lambdas/rules/decisions/commercial-email.ts';
import { ReportPurposeSchema, judgePurpose } from '../../lambdas/rules/decisions/permissible-purpose.ts';
import { RevocationSchema, judgeRevocation } from '../../lambdas/rules/decisions/consent-revocation.ts';
import { ValuationFactsSchema, valuationCopies } from '../../lambdas/rules/decisions/valuation-copies.ts';
import { actionNotice as noticeOfAction } from '../../lambdas/rules/decisions/action-notice.ts';
import { citedLines } from './derivation.ts';
import { defineEngine } from './engine.ts';
import type { Engine } from './engine.ts';

const creditRequest = defineEngine({
  name: 'credit-request',
  summary: 'Whether a request is an application or an inquiry, by what the creditor did with it',
  input: CreditRequestSchema,
  example: { kind: 'prequalification', wasDeclined: true },
  run: standingOf,
  explain: citedLines,
});

const actionNotice = defineEngine({
  name: 'action-notice',
  summary: 'Which Regulation B notice an application is owed, and every date of it',
  input: ApplicationFactsSchema,
  example: {
    receivedOn: '2026-06-01',
    completedOn: '2026-06-10',
    decision: { kind: 'counteroffer', on: '2026-06-20' },
    noticeSentOn: '2026-06-22',
  },
  run: noticeOfAction,
  explain: citedLines,
});

const accountNotice = defineEngine({
  name: 'account-notice',
  summary: 'Whether an action on an account or request is adverse, and by when it is told',
  input: AccountActionSchema,
  example: { action: { kind: 'account-terminated', affectsWholeClass: false }, takenOn: '2026-06-01' },
  run: noticeOfAccount,
  explain: citedLines,
});

const adverseActionNotice = defineEngine({
  name: 'adverse-action-notice',
  summary:
    'Every field of a notice of adverse action: reasons, ECOA notice, agencies, score disclosure; its defects',
  input: AdverseActionNoticeSchema,
  example: {
    actionTaken: 'denied',
    creditor: { name: 'Sample Mills Bank', address: '2 Example Way, Exampleton, OH 43001' },
    federalAgency: { name: 'Sample Agency', address: '3 Example Way, Exampleton, OH 43001' },
    reasons: [
      { code: 'obligations-excessive', from: 'applicant' },
      { code: 'delinquent-obligations', from: 'consumer-report' },
    ],
    sources: {
      agencies: [
        { name: 'Sample Bureau', address: '1 Example Way, Exampleton, OH 43001', telephone: '800-555-0100' },
      ],
      scores: {
        method: 'middle',
        scores: [
          {
            value: 640,
            range: { low: 300, high: 850 },
            createdOn: '2026-06-02',
            source: 'Sample Bureau',
            keyFactors: [
              { text: 'Proportion of balances to limits' },
              { text: 'Number of recent inquiries', isNumberOfInquiries: true },
            ],
          },
        ],
      },
    },
  },
  run: noticeOfAdverseAction,
  explain: citedLines,
});

const riskBasedPricing = defineEngine({
  name: 'risk-based-pricing',
  summary: 'Whether a risk-based pricing notice is owed, what relieves of it, and when it is given',
  input: PricingFactsSchema,
  example: {
    isConsumerCredit: true,
    usedConsumerReport: true,
    method: { kind: 'tiered-pricing', tiers: 9, tier: 4 },
    exceptions: {
      isSecuredByOneToFourUnits: true,
      scoreNotice: { sentOn: '2026-06-05', wentToEachConsumer: true },
    },
    scoreObtainedOn: '2026-06-02',
    decisionToldOn: '2026-06-20',
    consummationOn: '2026-07-01',
  },
  run: pricingNotice,
  explain: citedLines,
});

const accountReview = defineEngine({
  name: 'account-review',
  summary: 'The notice owed when a review of an account raises its APR',
  input: AccountReviewSchema,
  example: { usedConsumerReport: true, raisedApr: true, effectiveOn: '2026-06-01' },
  run: accountReviewNotice,
  explain: citedLines,
});

const permissiblePurpose = defineEngine({
  name: 'permissible-purpose',
  summary: 'Whether a consumer report may be obtained, prescreened lists and trigger leads among it',
  input: ReportPurposeSchema,
  example: { kind: 'credit-application', on: '2026-06-10', subject: 'applicant', appliedOn: '2026-06-01' },
  run: judgePurpose,
  explain: citedLines,
});

const callConsent = defineEngine({
  name: 'call-permission',
  summary: 'Whether a call or text may be made now: consent, do-not-call, calling hours',
  input: CallSchema,
  example: {
    at: '2026-06-10T13:00:00Z',
    zones: ['America/New_York', 'America/Los_Angeles'],
    medium: 'text',
    purpose: 'marketing',
    means: 'autodialer',
    line: 'wireless',
    consents: [
      {
        givenOn: '2026-05-01',
        covers: 'marketing',
        isWritten: true,
        isSigned: true,
        namesNumber: true,
        disclosesAutomatedCalls: true,
        saysNotRequired: true,
      },
    ],
    doNotCall: { listOfOn: '2026-06-01', isOnNationalList: false },
  },
  run: callPermission,
  explain: citedLines,
});

const revocation = defineEngine({
  name: 'consent-revocation',
  summary: 'Whether a message revokes consent to be called, by when it is honoured, and for what',
  input: RevocationSchema,
  example: { receivedOn: '2026-06-10', by: 'text-reply', words: 'STOP' },
  run: judgeRevocation,
  explain: citedLines,
});

const email = defineEngine({
  name: 'email-permission',
  summary: 'Whether an e-mail may be sent under CAN-SPAM, and what keeps it from being',
  input: EmailSchema,
  example: {
    on: '2026-06-10',
    purpose: 'commercial',
    isHeaderTruthful: true,
    isSubjectTruthful: true,
    saysItIsAnAdvertisement: true,
    hasPostalAddress: true,
    optOut: { isClear: true, worksThroughOn: '2026-07-31', asksForMore: false },
  },
  run: emailPermission,
  explain: citedLines,
});

const valuations = defineEngine({
  name: 'valuation-copies',
  summary: 'The notice of the right to copies of valuations, and when each copy is due',
  input: ValuationFactsSchema,
  example: {
    applicationOn: '2026-06-01',
    isFirstLienOnDwelling: true,
    noticeSentOn: '2026-06-03',
    consummationOn: '2026-07-15',
    valuations: [{ id: 'appraisal', completedOn: '2026-06-20', sent: { on: '2026-06-22', by: 'mail' } }],
  },
  run: valuationCopies,
  explain: citedLines,
});

export const decisions: readonly Engine[] = [
  creditRequest,
  actionNotice,
  accountNotice,
  adverseActionNotice,
  riskBasedPricing,
  accountReview,
  permissiblePurpose,
  callConsent,
  revocation,
  email,
  valuations,
];
