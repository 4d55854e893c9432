import * as z from 'zod';
import { ScoresSchema, scoreUsed } from './score-used.ts';
import { scoreDisclosure } from './score-disclosure.ts';
import type { Finding } from './finding.ts';
import type { ScoreDisclosure } from './score-disclosure.ts';

/** An agency whose report played a part. */
export const ReportingAgencySchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  address: z.string().trim().min(1).max(300),
  telephone: z.string().trim().min(7).max(30),
  /** An agency that keeps files on consumers nationwide gives a toll-free number. */
  isNationwide: z.boolean().default(true),
  isTelephoneTollFree: z.boolean().default(true),
});

/** What adverse action on one consumer was based on, in whole or in part. */
export const DecisionSourcesSchema = z.strictObject({
  agencies: z.array(ReportingAgencySchema).default([]),
  /** Scores of this consumer that were used, whether or not a score was a reason; never a co-applicant's. */
  scores: ScoresSchema.optional(),
  /** Information of a person other than an agency, bearing on creditworthiness. */
  usedThirdParty: z.boolean().default(false),
  usedAffiliate: z.boolean().default(false),
});
export type DecisionSources = z.output<typeof DecisionSourcesSchema>;

export interface Statement extends Finding {
  id: string;
}

export interface CreditReportNotice {
  statements: readonly Statement[];
  agencies: readonly { name: string; address: string; telephone: string }[];
  score?: ScoreDisclosure;
  defects: readonly Finding[];
}

/** What 15 USC 1681m(a) and (b) add to a notice of adverse action: each consumer gets it, each with their own score. */
export function creditReportNotice(sources: DecisionSources): CreditReportNotice {
  const { agencies, scores } = sources;
  return {
    statements: [
      ...(agencies.length > 0 ? agencyStatements : []),
      ...(sources.usedThirdParty ? [thirdPartyStatement] : []),
      ...(sources.usedAffiliate ? [affiliateStatement] : []),
    ],
    agencies: agencies.map(({ name, address, telephone }) => ({ name, address, telephone })),
    ...(scores ? { score: scoreDisclosure(scoreUsed(scores).score) } : {}),
    defects: [
      ...agencies
        .filter(({ isNationwide, isTelephoneTollFree }) => isNationwide && !isTelephoneTollFree)
        .map(({ name }) => ({
          reason: `${name} keeps files nationwide: a toll-free number is told`,
          citation: '15 USC 1681m(a)(3)(A)',
        })),
      ...(scores && agencies.length === 0
        ? [{ reason: 'a score was used, and no agency is named', citation: '15 USC 1681m(a)(3)(A)' }]
        : []),
    ],
  };
}

const statement = (id: string, reason: string, citation: string): Statement => ({ id, reason, citation });

const agencyStatements: readonly Statement[] = [
  statement('agency', 'name, address and telephone number of each agency', '15 USC 1681m(a)(3)(A)'),
  statement(
    'agency-did-not-decide',
    'the agency did not decide and cannot give the reasons',
    '15 USC 1681m(a)(3)(B)',
  ),
  statement(
    'free-report',
    'a free copy of the report from the agency, asked for within 60 days',
    '15 USC 1681m(a)(4)(A)',
  ),
  statement(
    'dispute',
    'the right to dispute what is inaccurate or incomplete with the agency',
    '15 USC 1681m(a)(4)(B)',
  ),
];

const thirdPartyStatement = statement(
  'third-party',
  'the right to ask in writing within 60 days for the nature of the information',
  '15 USC 1681m(b)(1)',
);

const affiliateStatement = statement(
  'affiliate',
  'the right to ask in writing within 60 days for the nature of the information, answered within 30',
  '15 USC 1681m(b)(2)',
);
