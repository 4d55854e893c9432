import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { calculateIncome, calculateTotalIncome } from '../../rules/income/calculate-income.ts';
import { compareIncome, type EmployerAnswer, type IncomeFinding } from '../../rules/income/compare-income.ts';
import type { Cited } from '../../rules/income/evidence.ts';
import type { IncomeFacts } from '../../rules/income/income-facts.ts';
import type { Caution, IncomeResult } from '../../rules/income/income-result.ts';
import type { Cents } from '../../shared/money.ts';
import type { DocumentFacts } from '../../shared/views/document-facts.v1.ts';
import type { IncomeCalculation } from './calculation.ts';
import { documentedBase, variableSources } from './document-income.ts';
import { recordedBase } from './record-income.ts';
import type { Verification } from './verification.ts';

export interface IncomeEvidence {
  /** Pay stubs and W-2s of the borrower. */
  documents: readonly DocumentFacts[];
  statedMonthlyCents: Cents | undefined;
  /** Of the borrower's present employer, newest first. */
  verifications: readonly Verification[];
}

export type WeighedIncome = Pick<
  IncomeCalculation,
  'outcome' | 'worksheet' | 'missing' | 'cautions' | 'findings' | 'inputsHash'
> & { monthlyAmountCents?: Cents; usedVerification?: Verification };

/** Qualifying income from the documents and the employer's record, and what the three sides say of each other. */
export function weighIncome(evidence: IncomeEvidence): WeighedIncome {
  const { documents, statedMonthlyCents } = evidence;
  const answered = evidence.verifications.find(
    ({ status, unanswered }) => status === 'SETTLED' || unanswered !== undefined,
  );
  const record = answered?.outcome === 'RECORD_FOUND' ? answered.record : undefined;
  const base = documentedBase(documents, record);
  const sources = [...(base ? [base] : []), ...variableSources(documents, record)];
  const total = baseStands(base) ? calculateTotalIncome(sources) : calculateTotalIncome(base ? [base] : []);
  const recorded = record && recordedBase(record);
  const findings = compare(total, base, recorded, answered, statedMonthlyCents);
  const ended = record?.status === 'inactive';
  return {
    outcome: outcomeOf(total, findings, answered, ended),
    ...(total.kind === 'calculated' ? { monthlyAmountCents: total.monthlyAmountCents } : {}),
    worksheet: worksheetOf(total, recorded),
    missing: [...total.missing],
    cautions: [...total.cautions, ...(ended ? [employmentEnded] : [])],
    findings,
    inputsHash: hashOf({ sources, statedMonthlyCents, answered: answered && answerOf(answered) }),
    ...(answered ? { usedVerification: answered } : {}),
  };
}

/** Overtime without base pay is no income of a wage earner: the base must stand first. */
const baseStands = (base: IncomeFacts | undefined): boolean =>
  base !== undefined && calculateIncome(base).kind === 'calculated';

/** Like with like: what was stated against the whole, the employer's base pay against the documents' base pay. */
function compare(
  total: IncomeResult,
  base: IncomeFacts | undefined,
  recorded: IncomeFacts | undefined,
  answered: Verification | undefined,
  statedCents: Cents | undefined,
): IncomeFinding[] {
  const silence: EmployerAnswer = { kind: 'no-answer', reason: silenceOf(answered) };
  const stated: Cited<Cents> | undefined =
    statedCents === undefined
      ? undefined
      : { value: statedCents, evidence: { source: 'borrower', field: 'statedMonthlyIncomeCents' } };
  const whole = monthly(total);
  const [statedFinding] = compareIncome({
    ...(stated ? { stated } : {}),
    ...(whole ? { documented: whole } : {}),
    employer: silence,
  });
  const documentedBaseCents = base && monthly(calculateIncome(base));
  const employerBase = recorded && monthly(calculateIncome(recorded));
  const [, employerFinding] = compareIncome({
    ...(documentedBaseCents ? { documented: documentedBaseCents } : {}),
    employer: employerBase ? { kind: 'answered', monthlyAmountCents: employerBase } : silence,
  });
  return [statedFinding, employerFinding].flatMap((finding) => finding ?? []);
}

function monthly(result: IncomeResult): Cited<Cents> | undefined {
  if (result.kind !== 'calculated') return undefined;
  const [evidence] = result.evidence;
  return evidence && { value: result.monthlyAmountCents, evidence };
}

const silenceOf = (answered: Verification | undefined): string => {
  if (!answered) return 'AwaitingEmployer';
  if (answered.outcome === 'RECORD_FOUND') return 'PayRateNotComparable';
  return answered.outcome ?? answered.unanswered?.reasonCode ?? 'NO_ANSWER';
};

function outcomeOf(
  total: IncomeResult,
  findings: readonly IncomeFinding[],
  answered: Verification | undefined,
  ended: boolean,
): IncomeCalculation['outcome'] {
  if (!answered) return total.kind === 'calculated' ? 'AWAITING_EMPLOYER' : 'INCOMPLETE';
  if (ended || findings.some(({ kind }) => kind === 'disagreement')) return 'DISAGREES';
  if (answered.outcome !== 'RECORD_FOUND') return 'NO_EMPLOYER_RECORD';
  if (total.kind !== 'calculated') return 'INCOMPLETE';
  const employerSaid = findings.some(
    ({ kind, comparison }) => comparison === 'employer-against-documented' && kind === 'agreement',
  );
  return employerSaid ? 'AGREES' : 'NO_EMPLOYER_RECORD';
}

/** The employer's own figure is worked out in sight, though it adds nothing to the qualifying amount. */
function worksheetOf(total: IncomeResult, recorded: IncomeFacts | undefined): IncomeCalculation['worksheet'] {
  const employers = recorded ? calculateIncome(recorded).worksheet : [];
  const lines = [
    ...total.worksheet,
    ...employers.map((line) => ({ ...line, rule: `employer-record.${line.rule}` })),
  ];
  return lines.map((line) => ({ ...line, inputs: [...line.inputs] }));
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
