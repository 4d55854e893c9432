import * as z from 'zod';
import { AgencySchema, ecoaNotice } from './ecoa-notice.ts';
import { DecisionSourcesSchema, creditReportNotice } from './credit-report-notice.ts';
import { StatedReasonSchema, principalReasons } from './principal-reasons.ts';
import type { CreditReportNotice } from './credit-report-notice.ts';
import type { Finding } from './finding.ts';
import type { PrincipalReasons } from './principal-reasons.ts';

const OfficeSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  address: z.string().trim().min(1).max(300),
  telephone: z.string().trim().min(7).max(30),
});

/** What a notice of adverse action to one consumer is made from. */
export const AdverseActionNoticeSchema = z.strictObject({
  actionTaken: z.enum([
    'denied',
    'terminated',
    'terms-changed',
    'increase-refused',
    'counteroffer-not-accepted',
  ]),
  creditor: z.strictObject({
    name: z.string().trim().min(1).max(200),
    address: z.string().trim().min(1).max(300),
  }),
  federalAgency: AgencySchema,
  reasons: z.array(StatedReasonSchema).max(40),
  /** Given, the notice tells the right to ask this office for the reasons instead of the reasons. */
  reasonsOffice: OfficeSchema.optional(),
  sources: DecisionSourcesSchema.default(() => DecisionSourcesSchema.parse({})),
});
export type AdverseActionFacts = z.output<typeof AdverseActionNoticeSchema>;

export interface AdverseActionNotice {
  actionTaken: AdverseActionFacts['actionTaken'];
  creditor: AdverseActionFacts['creditor'];
  ecoa: { text: string; citation: string };
  reasons:
    | PrincipalReasons
    | ({ office: z.output<typeof OfficeSchema>; defects: readonly Finding[] } & Finding);
  creditReport: CreditReportNotice;
  /** A notice with defects does not satisfy the rule. */
  defects: readonly Finding[];
}

/** Every field of a written notice of adverse action (12 CFR 1002.9(a)(2), 15 USC 1681m), or what keeps it from being one. */
export function adverseActionNotice(facts: AdverseActionFacts): AdverseActionNotice {
  const stated = principalReasons(facts.reasons);
  const creditReport = creditReportNotice(facts.sources);
  const isFromReport = facts.reasons.some(({ from }) => from === 'consumer-report');
  const unnamed =
    isFromReport && facts.sources.agencies.length === 0
      ? [
          {
            reason: 'a reason came from a consumer report, and no agency is named',
            citation: '15 USC 1681m(a)(3)',
          },
        ]
      : [];
  const unsaid =
    facts.reasons.some(({ from }) => from === 'third-party') && !facts.sources.usedThirdParty
      ? [
          {
            reason: 'a reason came from a third party, and the right to ask is not told',
            citation: '15 USC 1681m(b)',
          },
        ]
      : [];
  return {
    actionTaken: facts.actionTaken,
    creditor: facts.creditor,
    ecoa: { text: ecoaNotice(facts.federalAgency), citation: '1002.9(b)(1)' },
    reasons: facts.reasonsOffice
      ? {
          office: facts.reasonsOffice,
          defects: stated.defects,
          reason: 'a statement of reasons within 30 days, if asked for within 60 days of this notice',
          citation: '1002.9(a)(2)(ii)',
        }
      : stated,
    creditReport,
    defects: [...stated.defects, ...creditReport.defects, ...unnamed, ...unsaid],
  };
}
