import { addMs, type Instant } from '../../shared/clock.ts';
import { type Told, tell } from '../../shared/events/event.ts';
import { incomeVerified } from '../../shared/events/income-verified.v1.ts';
import { needRequested } from '../../shared/events/need-requested.v1.ts';
import type { ContactId } from '../../shared/ids.ts';
import { cents } from '../../shared/money.ts';
import type { Write } from '../../shared/storage.ts';
import { isEndedStage } from '../../shared/stages.ts';
import { keys } from '../../shared/table.ts';
import { type Task, taskWrite } from '../../shared/views/task.v1.ts';
import type { IncomeCalculation } from '../domain/calculation.ts';
import { derivedId } from '../domain/derived-id.ts';
import { payDocuments, taxReturns } from '../domain/pay-evidence.ts';
import { provenanceOf } from '../domain/provenance-of.ts';
import { businessOf } from '../domain/self-employment.ts';
import type { Verification } from '../domain/verification.ts';
import { weighIncome } from '../domain/weigh-income.ts';
import { incomeMoved } from './again.ts';
import type { IncomeFile } from './income-file.ts';

export interface Weighing {
  writes: Write[];
  events: Told[];
  /** Absent when nothing that goes into the calculation has changed. */
  calculation?: IncomeCalculation;
}

const nothing: Weighing = { writes: [], events: [] };
const taskDueMs = 2 * 24 * 3600_000;

/** A new calculation for one borrower, with what it makes of needs and tasks; equal inputs make none. */
export function incomeWrites(
  file: IncomeFile,
  contactId: ContactId,
  at: Instant,
  newId: () => `calc_${string}`,
): Weighing {
  const borrower = file.summary.borrowers.find((one) => one.contactId === contactId);
  const documents = payDocuments(file.facts, contactId);
  const returns = taxReturns(file.facts, contactId);
  if (!borrower || (documents.length === 0 && !businessOf(returns))) return nothing;
  const stated = borrower.statedMonthlyIncomeCents;
  const weighed = weighIncome({
    contactId,
    employerName: borrower.employerName,
    documents,
    returns,
    statedMonthlyCents: stated === undefined ? undefined : cents(stated),
    verifications: file.verifications,
  });
  const before = file.incomes.find((one) => one.contactId === contactId);
  if (before?.inputsHash === weighed.inputsHash && before.outcome === weighed.outcome) return nothing;
  const { usedVerifications, ...figures } = weighed;
  const [first] = usedVerifications;
  const calculation: IncomeCalculation = {
    loanId: file.summary.loanId,
    contactId,
    calculationId: newId(),
    calculatedAt: at,
    ...figures,
    provenance: provenanceOf(weighed, documents, { by: contactId, at: file.summary.openedAt }),
    documentIds: [...new Set([...documents, ...returns].map(({ documentId }) => documentId))],
    ...(first ? { verificationId: first.verificationId } : {}),
    ...(usedVerifications.length > 1
      ? { verificationIds: usedVerifications.map(({ verificationId }) => verificationId) }
      : {}),
  };
  return {
    calculation,
    writes: [...calculationWrites(calculation, before?.version), ...taskWrites(file, calculation, at)],
    events: eventsOf(calculation, before),
  };
}

function calculationWrites(calculation: IncomeCalculation, version: number | undefined): Write[] {
  const { loanId, contactId, calculationId } = calculation;
  const current = { ...keys.income(loanId, contactId), schemaVersion: 1, ...calculation };
  return [
    {
      kind: 'put',
      item: { ...current, version: (version ?? 0) + 1 },
      when: version === undefined ? { exists: false } : { equals: { version } },
      otherwise: incomeMoved,
    },
    {
      kind: 'put',
      item: { ...keys.calculation(loanId, calculationId), schemaVersion: 1, ...calculation },
      when: { exists: false },
    },
  ];
}

function eventsOf(calculation: IncomeCalculation, before: IncomeCalculation | undefined): Told[] {
  const { loanId, contactId, calculationId, outcome } = calculation;
  if (outcome === 'INCOMPLETE' || outcome === 'AWAITING_EMPLOYER') return [];
  const verified = tell(incomeVerified, { loanId, contactId, calculationId, outcome });
  if (outcome !== 'DISAGREES' || sameDispute(calculation, before)) return [verified];
  const reasonCode = 'IncomeDisagrees';
  return [verified, tell(needRequested, { loanId, contactId, kind: 'letter-of-explanation', reasonCode })];
}

/** A letter is asked for once for what it is to explain, not again for each document that changes nothing in it. */
function sameDispute(now: IncomeCalculation, before: IncomeCalculation | undefined): boolean {
  const disputed = ({ findings }: IncomeCalculation) =>
    findings.flatMap((finding) =>
      finding.kind === 'disagreement'
        ? [`${finding.comparison}:${finding.amountCents}:${finding.documentedCents}`]
        : [],
    );
  return before?.outcome === 'DISAGREES' && disputed(now).join() === disputed(before).join();
}

type OwnKind = Extract<
  Task['kind'],
  'employment-record-unavailable' | 'income-disagrees' | 'income-needs-evidence'
>;

/** One task of a kind for each borrower: opened, left alone or done, as the outcome says; none is opened on a closed file. */
function taskWrites(file: IncomeFile, calculation: IncomeCalculation, at: Instant): Write[] {
  const { contactId, outcome, missing, calculationId, verificationId } = calculation;
  const goesOn = !isEndedStage(file.summary.stage);
  const wanted: Record<OwnKind, boolean> = {
    'employment-record-unavailable': goesOn && outcome === 'NO_EMPLOYER_RECORD',
    'income-disagrees': goesOn && outcome === 'DISAGREES',
    // What the calculation names as missing, nobody but a person can bring: the schedules of a return.
    'income-needs-evidence': goesOn && missing.some(({ field }) => field.startsWith('self-employment.')),
  };
  const settles = outcome !== 'AWAITING_EMPLOYER' && outcome !== 'INCOMPLETE';
  return (Object.keys(wanted) as OwnKind[]).flatMap((kind) => {
    const taskId = derivedId('task', file.summary.loanId, contactId, kind);
    const known = file.tasks.find((task) => task.taskId === taskId);
    const open = known?.status === 'OPEN' ? known : undefined;
    const aboutId = verificationId ?? calculationId;
    if (wanted[kind] && !open) {
      const when = known ? { equals: { status: known.status } } : { exists: false };
      return [{ ...taskWrite(newTask(file, kind, taskId, aboutId, at), when), otherwise: incomeMoved }];
    }
    if (wanted[kind] || !open || !settles) return [];
    const done = { ...open, status: 'DONE', doneAt: at, doneBy: 'system:income' } as const;
    return [{ ...taskWrite(done, { equals: { status: 'OPEN' } }), otherwise: incomeMoved }];
  });
}

function newTask(
  { summary }: IncomeFile,
  kind: OwnKind,
  taskId: `task_${string}`,
  aboutId: string,
  at: Instant,
): Task {
  return {
    taskId,
    loanId: summary.loanId,
    branchId: summary.branchId,
    kind,
    aboutId,
    status: 'OPEN',
    escalated: false,
    openedAt: at,
    dueAt: addMs(at, taskDueMs),
  };
}

/** Joins what was decided by the stage that the loan was read in: a file that is closed meanwhile opens no task. */
export const inStageRead = ({ loanId, stage }: IncomeFile['summary']): Write => ({
  kind: 'check',
  key: keys.loanSummary(loanId),
  when: { equals: { stage } },
  otherwise: incomeMoved,
});

export const verificationWrite = (verification: Verification, before?: Verification): Write => ({
  kind: 'put',
  item: {
    ...keys.verification(verification.loanId, verification.verificationId),
    schemaVersion: 1,
    ...verification,
  },
  when: before ? { equals: { version: before.version } } : { exists: false },
  otherwise: incomeMoved,
});
