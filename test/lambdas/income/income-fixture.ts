import type { Deps as OrderedDeps } from '../../../lambdas/income/handlers/on-income-verification-ordered.ts';
import type { VerificationCheck } from '../../../lambdas/income/adapters/verification-checks.ts';
import type { EmploymentRecord } from '../../../lambdas/income/domain/employment-record.ts';
import { CurrentIncome } from '../../../lambdas/income/domain/calculation.ts';
import { Verification } from '../../../lambdas/income/domain/verification.ts';
import { calendarDate } from '../../../lambdas/shared/calendar.ts';
import { cents } from '../../../lambdas/shared/money.ts';
import { keys } from '../../../lambdas/shared/table.ts';
import type { DocumentFacts } from '../../../lambdas/shared/views/document-facts.v1.ts';
import type { LoanSummary } from '../../../lambdas/shared/views/loan-summary.v1.ts';
import { Task } from '../../../lambdas/shared/views/task.v1.ts';
import { fakeEnvelopes, fakeKernel, type FakeKernel, toldEvents } from '../../support/fake-kernel.ts';
import { type FakeVerifier, fakeVerifier } from './fake-verifier.ts';

export const loanId = 'loan_01JD0000000000000000000000' as const;
export const contactId = 'cont_01JD0000000000000000000002' as const;
export const stubId = 'doc_01JD0000000000000000000003' as const;
export const eventId = (n: number) => `evt_01JD00000000000000000000${String(n).padStart(2, '0')}` as const;
export const envelope = (n: number) => ({
  id: eventId(n),
  at: '2026-11-21T15:00:00.000Z',
  correlationId: 'corr-0001',
  actor: 'system:test',
});

const box = { left: 0.5, top: 0.4, width: 0.1, height: 0.02 };

export function document(
  type: 'pay-stub' | 'w2',
  values: Record<string, number | string>,
  more: Partial<DocumentFacts> = {},
): DocumentFacts {
  return {
    loanId,
    documentId: stubId,
    ownerContactId: contactId,
    part: 0,
    type,
    pages: [1],
    facts: Object.entries(values).map(([name, value]) => ({
      name,
      value: String(value),
      unit: typeof value === 'number' ? 'cents' : /^\d{4}-/.test(value) ? 'date' : 'text',
      page: 1,
      box,
      confidence: 99,
      engine: 'text-layer',
    })),
    acceptedAt: '2026-11-20T15:00:00.000Z',
    acceptedBy: 'system:documents',
    ...more,
  };
}

/** 3,200.00 every two weeks: 6,933.33 a month. */
export const averyStub = document('pay-stub', {
  periodStart: '2026-10-25',
  periodEnd: '2026-11-07',
  payDate: '2026-11-13',
  regularCurrent: 320_000,
  regularYtd: 7_360_000,
  currentGross: 320_000,
  ytdGross: 7_360_000,
});

export const averyRecord: EmploymentRecord = {
  reportId: 'report-1',
  asOf: calendarDate('2026-11-20'),
  employerName: 'Example Mills, LLC',
  status: 'active',
  hiredOn: calendarDate('2019-03-04'),
  payRate: { amountCents: cents(4_000), unit: 'hourly' },
  hoursPerWeekHundredths: 4_000,
  earnings: [{ year: 2025, baseCents: cents(8_320_000) }],
};

export const summary = (borrower: Partial<LoanSummary['borrowers'][number]> = {}): LoanSummary => ({
  loanId,
  loanNumber: '26-000001',
  branchId: 'branch_main',
  officerUserId: 'user_01JD0000000000000000000001',
  stage: 'PROCESSING',
  entry: 1,
  purpose: 'PURCHASE',
  amountCents: 28_800_000,
  propertyState: 'OH',
  borrowers: [
    {
      contactId,
      employerName: 'Example Mills',
      statedMonthlyIncomeCents: 690_000,
      verificationAuthorizedAt: '2026-11-10T15:00:00.000Z',
      hasSsn: true,
      hasBirthDate: true,
      ...borrower,
    },
  ],
  openedAt: '2026-11-01T15:00:00.000Z',
  stageChangedAt: '2026-11-15T15:00:00.000Z',
  updatedAt: '2026-11-15T15:00:00.000Z',
  version: 3,
});

export interface IncomeWorld extends FakeKernel, OrderedDeps {
  clock: FakeKernel['clock'];
  storage: FakeKernel['storage'];
  verifier: FakeVerifier;
  checksSet: { check: VerificationCheck; at: string }[];
}

/** A loan in processing whose borrower has authorized verification; give `false` for a borrower without an SSN. */
export async function incomeWorld(
  loan: LoanSummary = summary(),
  documents: readonly DocumentFacts[] = [averyStub],
  hasSsn = true,
): Promise<IncomeWorld> {
  const kernel = fakeKernel();
  const put = (item: object) => kernel.storage.write({ kind: 'put', item: item as never });
  await put({ ...keys.loanSummary(loanId), schemaVersion: 1, ...loan });
  for (const one of documents) await putDocument(kernel, one);
  const envelopes = await fakeEnvelopes.of(`CONTACT#${contactId}`);
  const sealed = hasSsn
    ? { ssn: envelopes.seal('ssn', '123-45-6789'), birthOn: envelopes.seal('birthOn', '1988-04-12') }
    : {};
  await put({ ...keys.contact(contactId), contactId, kind: 'borrower', sealed });
  await put({
    ...keys.contactChannels(contactId),
    contactId,
    kind: 'borrower',
    firstName: 'Avery',
    lastName: 'Sample',
    email: 'avery.sample@example.com',
  });
  const checksSet: IncomeWorld['checksSet'] = [];
  const checks = {
    async set(check: VerificationCheck, at: string) {
      const known = checksSet.some(
        (one) => one.check.verificationId === check.verificationId && one.check.attempt === check.attempt,
      );
      if (!known) checksSet.push({ check, at });
    },
  };
  return { ...kernel, envelopes: fakeEnvelopes, verifier: fakeVerifier(), checks, checksSet };
}

export const putDocument = ({ storage }: FakeKernel, facts: DocumentFacts): Promise<void> =>
  storage.write({
    kind: 'put',
    item: { ...keys.documentFacts(loanId, facts.documentId, facts.part), schemaVersion: 1, ...facts },
  });

const withPrefix = ({ storage }: FakeKernel, prefix: string) =>
  storage.all().filter((item) => item.pk === `LOAN#${loanId}` && item.sk.startsWith(prefix));

export const verificationsIn = (world: FakeKernel): Verification[] =>
  withPrefix(world, 'VERIFICATION#')
    .map((item) => Verification.parse(item))
    .toSorted((a, b) => a.generation - b.generation);
export const calculationsIn = (world: FakeKernel): number => withPrefix(world, 'CALCULATION#').length;
export const tasksIn = (world: FakeKernel): Task[] =>
  withPrefix(world, 'TASK#').map((item) => Task.parse(item));
export const incomeIn = (world: FakeKernel): CurrentIncome => {
  const [item] = withPrefix(world, 'INCOME#');
  return CurrentIncome.parse(item);
};
export const told = (world: FakeKernel, name: string) =>
  toldEvents(world.storage)
    .filter(({ detailType }) => detailType === `${name}.v1`)
    .map(({ data }) => data);

/** A document was accepted; `n` makes the event. */
export const accepted = (
  n: number,
  documentId: string = stubId,
  types: ('pay-stub' | 'w2')[] = ['pay-stub'],
) => ({
  'detail-type': 'DocumentAccepted.v1' as const,
  detail: {
    ...envelope(n),
    data: {
      loanId,
      documentId: documentId as `doc_${string}`,
      ownerContactId: contactId as `cont_${string}`,
      types,
      by: 'rules' as const,
    },
  },
});
