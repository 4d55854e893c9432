import type { Finding } from './finding.ts';

export type PricingNoticeKind =
  | 'risk-based-pricing'
  | 'account-review'
  | 'score-disclosure-home'
  | 'score-disclosure-other'
  | 'no-score';

export interface PricingStatement extends Finding {
  id: string;
}

export interface PricingContents {
  /** The model form of Appendix H to part 1022. */
  modelForm: string;
  statements: readonly PricingStatement[];
}

type Line = readonly [id: string, paragraph: string, reason: string];

const listed = (section: string, lines: readonly Line[]): PricingStatement[] =>
  lines.map(([id, paragraph, reason]) => ({ id, reason, citation: `${section}${paragraph}` }));

const historyAndTerms: readonly Line[] = [
  ['report-and-history', '(i)', 'a report includes information on the credit history, and of what type'],
  ['terms-from-report', '(ii)', 'the terms were set from information of a report'],
  ['less-favorable', '(iii)', 'the terms may be less favorable than those of better histories'],
];

const reviewAndIncrease: readonly Line[] = [
  ['report-and-history', '(i)', 'a report includes information on the credit history, and of what type'],
  ['review', '(ii)', 'the account was reviewed using information from a report'],
  ['apr-raised', '(iii)', 'the APR was raised because of it'],
];

const agencies: readonly Line[] = [
  ['verify-and-dispute', '(iv)', 'verify the report and dispute what is inaccurate'],
  ['agency', '(v)', 'each agency whose report was used'],
  ['free-report', '(vi)', 'a copy of the report without charge for 60 days'],
  [
    'how-to-obtain',
    '(vii)',
    'how to obtain it, and the contact of each agency, toll-free where there is one',
  ],
  ['bureau-site', '(viii)', "the Bureau's website"],
];

const scoreLines: readonly Line[] = [
  ['score-explained', '(ix)(A)', 'what a score is, that it was used, and that it can change'],
  ['score', '(ix)(B)', 'the score used'],
  ['score-range', '(ix)(C)', 'the range of scores under the model'],
  ['key-factors', '(ix)(D)', 'at most four key factors, five with inquiries'],
  ['score-date', '(ix)(E)', 'when the score was created'],
  ['score-source', '(ix)(F)', 'who provided it'],
];

const homeLines: readonly Line[] = [
  ['report-explained', '(A)', 'what a report is'],
  ['score-explained', '(B)', 'what a score is, and that it can change'],
  ['score-matters', '(C)', 'a score can affect whether credit is given, and its cost'],
  ['home-loan-applicant', '(D)', 'what 15 USC 1681g(g) asks to be told to a home loan applicant'],
  ['distribution', '(E)', 'how the score compares: a bar graph of six bars or more, or a statement'],
  ['verify-and-dispute', '(F)', 'verify the report and dispute what is inaccurate'],
  ['yearly-reports', '(G)', 'a free report of each nationwide agency every 12 months'],
  ['central-source', '(H)', 'where to get them'],
  ['bureau-site', '(I)', "the Bureau's website"],
];

const otherLines: readonly Line[] = [
  ...homeLines.slice(0, 3),
  ['score', '(D)', 'the current or most recent score'],
  ['score-range', '(E)', 'the range of scores under the model'],
  ['distribution', '(F)', 'how the score compares: a bar graph of six bars or more, or a statement'],
  ['score-date', '(G)', 'when the score was created'],
  ['score-source', '(H)', 'who provided it'],
  ['verify-and-dispute', '(I)', 'verify the report and dispute what is inaccurate'],
  ['yearly-reports', '(J)', 'a free report of each nationwide agency every 12 months'],
  ['central-source', '(K)', 'where to get them'],
  ['bureau-site', '(L)', "the Bureau's website"],
];

const noScoreLines: readonly Line[] = [
  ['report-and-history', '(A)', 'a report includes information on the credit history, and of what type'],
  ['score-explained', '(B)', 'what a score is, and that it can change'],
  ['score-matters', '(C)', 'higher scores generally get more favorable terms'],
  ['no-score-matters', '(D)', 'having none can affect whether credit is given, and its cost'],
  ['no-score', '(E)', 'no score was available from the agency, which is named'],
  ...homeLines.slice(5),
];

/** What a notice of 12 CFR 1022.73 or .74 says; each consumer gets one of their own where a score is told (1022.75(c)). */
export function pricingContents(kind: PricingNoticeKind, usedScore: boolean): PricingContents {
  const withScore = usedScore ? [...agencies, ...scoreLines] : agencies;
  switch (kind) {
    case 'risk-based-pricing':
      return {
        modelForm: usedScore ? 'H-6' : 'H-1',
        statements: listed('1022.73(a)(1)', [...historyAndTerms, ...withScore]),
      };
    case 'account-review':
      return {
        modelForm: usedScore ? 'H-7' : 'H-2',
        statements: listed('1022.73(a)(2)', [...reviewAndIncrease, ...withScore]),
      };
    case 'score-disclosure-home':
      return { modelForm: 'H-3', statements: listed('1022.74(d)(1)(ii)', homeLines) };
    case 'score-disclosure-other':
      return { modelForm: 'H-4', statements: listed('1022.74(e)(1)(ii)', otherLines) };
    default:
      return { modelForm: 'H-5', statements: listed('1022.74(f)(1)(iii)', noScoreLines) };
  }
}
