import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { compareIncome, type IncomeFinding } from '../../rules/income/compare-income.ts';
import type { Cited } from '../../rules/income/evidence.ts';
import {
  calculated,
  cannotCalculate,
  type Caution,
  type IncomeResult,
} from '../../rules/income/income-result.ts';
import { type Cents, sumCents } from '../../shared/money.ts';
import type { DocumentFacts } from '../../shared/views/document-facts.v1.ts';
import type { IncomeCalculation } from './calculation.ts';
import { heldLongEnough, historyMissing } from './job-history.ts';
import { jobsOf } from './jobs.ts';
import { type Business, businessOf } from './self-employment.ts';
import type { Verification } from './verification.ts';
import { monthlyOf, type WeighedJob, weighJob } from './weigh-job.ts';

export interface IncomeEvidence {
  contactId: string;
  /** The employer that the application names. */
  employerName: string | undefined;
  /** Pay stubs and W-2s of the borrower. */
  documents: readonly DocumentFacts[];
  /** Accepted Forms 1040, newest first. */
  returns?: readonly DocumentFacts[];
  statedMonthlyCents: Cents | undefined;
  verifications: readonly Verification[];
}

export type WeighedIncome = Pick<
  IncomeCalculation,
  'outcome' | 'worksheet' | 'missing' | 'cautions' | 'findings' | 'inputsHash'
> & { monthlyAmountCents?: Cents; usedVerifications: Verification[] };

/** Qualifying income of all jobs from the documents and the employers' records, and what the three sides say of each other. */
export function weighIncome(evidence: IncomeEvidence): WeighedIncome {
  const { contactId, documents, employerName, returns = [], statedMonthlyCents, verifications } = evidence;
  const { primary, further, past } = jobsOf(documents, employerName);
  const own = weighJob(primary, verifications, contactId);
  const others = further.map((job) => weighJob(job, verifications, contactId));
  const counted = [own, ...others.filter((one) => heldLongEnough(one))];
  // A further job whose employer may yet tell how long it has been held.
  const open = others.filter((one) => !counted.includes(one) && !one.answered);
  const business = businessOf(returns);
  const total = withBusiness(totalOf([own, ...others], counted), business);
  const findings = findingsOf(total, counted, statedMonthlyCents);
  const ended = counted.some(({ record }) => record?.status === 'inactive');
  const answers = [own, ...others].flatMap(({ answered }) => answered ?? []);
  const worksheet = [
    ...total.worksheet,
    ...[own, ...others].flatMap((one, index) => one.employerLines.map((line) => named(line, index))),
  ];
  return {
    outcome: outcomeOf(total, findings, [...counted, ...open], ended),
    ...(total.kind === 'calculated' ? { monthlyAmountCents: total.monthlyAmountCents } : {}),
    worksheet: worksheet.map((line) => ({ ...line, inputs: [...line.inputs] })),
    missing: [...total.missing],
    cautions: [
      ...total.cautions,
      ...(ended ? [employmentEnded] : []),
      ...(past.length > 0 ? [earlierEmployer] : []),
    ],
    findings,
    inputsHash: hashOf({
      jobs: [own, ...others].map(({ sources, answered }) => ({
        sources,
        answered: answered && answerOf(answered),
      })),
      past,
      business,
      statedMonthlyCents,
    }),
    usedVerifications: answers,
  };
}

/** A further job's lines and gaps carry its number: the primary one's are unnamed. */
const named = <T extends { rule: string }>(line: T, index: number): T =>
  index === 0 ? line : { ...line, rule: `job-${index + 1}.${line.rule}` };

/** The sum of the jobs that count; without the primary job's own there is none. */
function totalOf(all: readonly WeighedJob[], counted: readonly WeighedJob[]): IncomeResult {
  const gaps = all.flatMap(({ total }, index) =>
    total.missing.map((fact) => (index === 0 ? fact : { ...fact, field: `jobs.${index + 1}.${fact.field}` })),
  );
  const unproven = all.flatMap((one, index) =>
    counted.includes(one) ? [] : [{ ...historyMissing, field: `jobs.${index + 1}.history` }],
  );
  const worksheet = all.flatMap(({ total }, index) => total.worksheet.map((line) => named(line, index)));
  const cautions = all.flatMap(({ total }) => total.cautions);
  const missing = [...gaps, ...unproven];
  const [own] = all;
  if (own?.total.kind !== 'calculated') return cannotCalculate(missing, worksheet, cautions);
  const amounts = all.flatMap((one, index) =>
    counted.includes(one) && one.total.kind === 'calculated'
      ? [{ name: `job-${index + 1}.monthlyCents`, value: one.total.monthlyAmountCents }]
      : [],
  );
  const amountCents = sumCents(amounts.map(({ value }) => value));
  const sum = { rule: 'jobs.total', inputs: amounts, amountCents, citation: historyMissing.citation };
  return calculated(amountCents, amounts.length > 1 ? [...worksheet, sum] : worksheet, cautions, missing);
}

/** A business is never counted here; a loss that cannot be worked out leaves no total, or leaving it out would raise it. */
function withBusiness(total: IncomeResult, business: Business | undefined): IncomeResult {
  if (!business) return total;
  const missing = [...total.missing, ...business.missing];
  return business.isLoss || total.kind === 'cannot-calculate'
    ? cannotCalculate(missing, total.worksheet, total.cautions)
    : { ...total, missing };
}

/** Like with like: what was stated against the whole, each employer's base pay against the documents' base pay. */
function findingsOf(
  total: IncomeResult,
  counted: readonly WeighedJob[],
  statedCents: Cents | undefined,
): IncomeFinding[] {
  const stated: Cited<Cents> | undefined =
    statedCents === undefined
      ? undefined
      : { value: statedCents, evidence: { source: 'borrower', field: 'statedMonthlyIncomeCents' } };
  const whole = monthlyOf(total);
  const [statedFinding] = compareIncome({
    ...(stated ? { stated } : {}),
    ...(whole ? { documented: whole } : {}),
    employer: { kind: 'no-answer', reason: '' },
  });
  return [statedFinding, ...counted.map(({ finding }) => finding)].flatMap((finding) => finding ?? []);
}

function outcomeOf(
  total: IncomeResult,
  findings: readonly IncomeFinding[],
  jobs: readonly WeighedJob[],
  ended: boolean,
): IncomeCalculation['outcome'] {
  if (jobs.some(({ answered }) => !answered))
    return total.kind === 'calculated' ? 'AWAITING_EMPLOYER' : 'INCOMPLETE';
  if (ended || findings.some(({ kind }) => kind === 'disagreement')) return 'DISAGREES';
  if (jobs.some(({ record }) => !record)) return 'NO_EMPLOYER_RECORD';
  if (total.kind !== 'calculated') return 'INCOMPLETE';
  return jobs.every(({ finding }) => finding?.kind === 'agreement') ? 'AGREES' : 'NO_EMPLOYER_RECORD';
}

const answerOf = ({ verificationId, outcome, unanswered, record }: Verification) => ({
  verificationId,
  outcome,
  unanswered: unanswered?.reasonCode,
  record,
});

const hashOf = (inputs: object): string =>
  createHash('sha256')
    .update(canonicalize(JSON.parse(JSON.stringify(inputs))) ?? '')
    .digest('base64url');

const employmentEnded: Caution = {
  code: 'EmploymentNotActive',
  reason: 'the employer’s record says that the employment has ended',
  citation: 'Fannie Mae Selling Guide B3-3.1-07 (verbal verification of employment)',
};

const earlierEmployer: Caution = {
  code: 'EarlierEmployer',
  reason: 'a pay stub of an employer of an earlier time is on file; what it shows is no present income',
  citation: 'Fannie Mae Selling Guide B3-3.1-03 (base pay)',
};
