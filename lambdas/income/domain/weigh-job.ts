import { calculateIncome, calculateTotalIncome } from '../../rules/income/calculate-income.ts';
import { compareIncome, type EmployerAnswer, type IncomeFinding } from '../../rules/income/compare-income.ts';
import type { Cited } from '../../rules/income/evidence.ts';
import type { IncomeFacts } from '../../rules/income/income-facts.ts';
import type { IncomeResult, WorksheetLine } from '../../rules/income/income-result.ts';
import type { Cents } from '../../shared/money.ts';
import { documentedBase, variableSources } from './document-income.ts';
import type { EmploymentRecord } from './employment-record.ts';
import type { Job } from './jobs.ts';
import { recordedBase } from './record-income.ts';
import { type Verification, verificationsOf } from './verification.ts';

/** One job's income from its documents and its employer's record. */
export interface WeighedJob {
  job: Job;
  sources: IncomeFacts[];
  total: IncomeResult;
  /** The employer's own figure is worked out in sight, though it adds nothing to the qualifying amount. */
  employerLines: WorksheetLine[];
  /** The employer's base pay against the documents' base pay. */
  finding: IncomeFinding | undefined;
  answered: Verification | undefined;
  record: EmploymentRecord | undefined;
}

/** @param verifications of the borrower, any employer */
export function weighJob(job: Job, verifications: readonly Verification[], contactId: string): WeighedJob {
  const answered = verificationsOf(verifications, contactId, job.employerName ?? '').find(
    ({ status, unanswered }) => status === 'SETTLED' || unanswered !== undefined,
  );
  const record = answered?.outcome === 'RECORD_FOUND' ? answered.record : undefined;
  const base = documentedBase(job.documents, record);
  const sources = [...(base ? [base] : []), ...variableSources(job.documents, record)];
  const total = calculateTotalIncome(baseStands(base) ? sources : base ? [base] : []);
  const recorded = record && recordedBase(record);
  const employerLines = (recorded ? calculateIncome(recorded).worksheet : []).map((line) => ({
    ...line,
    rule: `employer-record.${line.rule}`,
  }));
  const finding = compareBase(base, recorded, answered);
  return { job, sources, total, employerLines, finding, answered, record };
}

/** Overtime without base pay is no income of a wage earner: the base must stand first. */
const baseStands = (base: IncomeFacts | undefined): boolean =>
  base !== undefined && calculateIncome(base).kind === 'calculated';

function compareBase(
  base: IncomeFacts | undefined,
  recorded: IncomeFacts | undefined,
  answered: Verification | undefined,
): IncomeFinding | undefined {
  const documented = base && monthlyOf(calculateIncome(base));
  const employer = recorded && monthlyOf(calculateIncome(recorded));
  const answer: EmployerAnswer = employer
    ? { kind: 'answered', monthlyAmountCents: employer }
    : { kind: 'no-answer', reason: silenceOf(answered) };
  return compareIncome({ ...(documented ? { documented } : {}), employer: answer })[1];
}

/** The amount with the first place that it stands on. */
export function monthlyOf(result: IncomeResult): Cited<Cents> | undefined {
  if (result.kind !== 'calculated') return undefined;
  const [evidence] = result.evidence;
  return evidence && { value: result.monthlyAmountCents, evidence };
}

function silenceOf(answered: Verification | undefined): string {
  if (!answered) return 'AwaitingEmployer';
  if (answered.outcome === 'RECORD_FOUND') return 'PayRateNotComparable';
  return answered.outcome ?? answered.unanswered?.reasonCode ?? 'NO_ANSWER';
}
