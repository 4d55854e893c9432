import { createHash } from 'node:crypto';
import { readingsOf, type Inspected } from '../../../../lambdas/documents/adapters/readings.ts';
import type { Document } from '../../../../lambdas/documents/domain/document.ts';
import type { Principal } from '../../../../lambdas/shared/actor.ts';
import type { LoanSummary } from '../../../../lambdas/shared/views/loan-summary.v1.ts';
import { loanSummaryView } from '../../../../lambdas/shared/views/loan-summary.v1.ts';
import { keys } from '../../../../lambdas/shared/table.ts';
import { PAY_STUB_LINES, typedPage } from '../../../support/page-words.ts';
import { fakeDocumentStore } from '../../../support/fake-document-store.ts';
import { fakeKernel } from '../../../support/fake-kernel.ts';
import type { PageWords } from '../../../../lambdas/documents/domain/page-words.ts';

export const loanId = 'loan_01JD0000000000000000000000';
export const documentId = 'doc_01JD0000000000000000000003';
/** Where its file lies, in both buckets. */
export const objectKey = `loans/${loanId}/${documentId}`;
export const avery = 'cont_01JD0000000000000000000002';
export const blair = 'cont_01JD0000000000000000000007';

export const officer: Principal = {
  kind: 'staff',
  userId: 'user_01JD0000000000000000000001',
  role: 'loan-officer',
  branchId: 'branch_main',
};
export const processor: Principal = {
  kind: 'staff',
  userId: 'user_01JD0000000000000000000009',
  role: 'processor',
  branchId: 'branch_main',
};
export const asBorrower = (contactId: typeof avery | typeof blair): Principal => ({
  kind: 'borrower',
  contactId,
  role: 'borrower',
});

export const content = Buffer.from('an invented file');
export const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64');

const requestedAt = '2026-03-25T15:00:00.000Z';

export const requested: Document = {
  loanId,
  documentId,
  ownerContactId: avery,
  uploadedBy: avery,
  fileName: 'stub.pdf',
  contentType: 'application/pdf',
  sizeBytes: content.length,
  sha256: sha256Of(content),
  state: 'REQUESTED',
  requestedAt,
  uploadUntil: '2026-03-25T15:05:00.000Z',
  version: 1,
};
export const reading: Document = {
  ...requested,
  state: 'READING',
  receivedAt: requestedAt,
  file: { sourceVersionId: 'v1', key: objectKey, versionId: 'clean-1' },
};

/** A loan of two borrowers, its views, and a document as given. */
export async function stage(document?: Document) {
  const kernel = fakeKernel();
  const put = (item: { pk: string; sk: string } & Record<string, unknown>) =>
    kernel.storage.write({ kind: 'put', item });
  const summary: LoanSummary = {
    ...loanSummaryView.example,
    borrowers: [{ contactId: avery, employerName: 'Example Mills' }, { contactId: blair }],
  };
  await put({ ...keys.loanSummary(loanId), ...summary });
  await put({
    ...keys.loanAccess(loanId),
    loanId,
    branchId: 'branch_main',
    officerUserId: 'user_01JD0000000000000000000001',
    borrowerContactIds: [avery, blair],
  });
  for (const [contactId, firstName, lastName] of [
    [avery, 'Avery', 'Sample'],
    [blair, 'Blair', 'Example'],
  ] as const) {
    const person = { contactId, kind: 'borrower', firstName, lastName, email: `${firstName}@example.com` };
    await put({ ...keys.contactChannels(contactId), ...person });
  }
  /** Moves the loan, as loans would. */
  const moveLoan = (to: LoanSummary['stage']) =>
    kernel.storage.write({ kind: 'update', key: keys.loanSummary(loanId), set: { stage: to } });
  if (document) await put({ ...keys.document(loanId, document.documentId), ...document });
  const store = fakeDocumentStore();
  const answered: { token: string; decision: string }[] = [];
  const started: { documentId: string; sourceVersionId: string }[] = [];
  return {
    ...kernel,
    moveLoan,
    store,
    zone: 'America/New_York',
    answered,
    started,
    quarantineBucket: 'quarantine',
    machine: {
      start: async (input: { documentId: string; sourceVersionId: string }) => void started.push(input),
      answer: async (token: string, decision: string) => void answered.push({ token, decision }),
    },
    document: async (id: string = documentId) => await kernel.storage.get(keys.document(loanId, id)),
  };
}

export const step = { version: 1, loanId, documentId, correlationId: 'c-1' } as const;

/** The readings of a one-page pay stub that the rules accept for Avery. */
export function inspectedPayStub(page: PageWords = typedPage(PAY_STUB_LINES)): Inspected {
  return {
    kind: 'pdf',
    pageCount: 1,
    activeContent: [],
    pages: [{ ...page, words: [...page.words] }],
    ranges: [],
  };
}

/** The same stub without its employee: a field that decides was not found. */
export const abstained = inspectedPayStub(
  typedPage(PAY_STUB_LINES.filter(([, piece]) => piece?.[1].startsWith('Employee:') !== true)),
);

/** The loan with a document whose pages have been read. */
export async function withInspected(inspected: Inspected, document = reading) {
  const deps = await stage(document);
  await readingsOf(deps.store, documentId).writeInspected(inspected);
  return deps;
}

/** The loan with a document whose file passed its scan. */
export async function received(bytes: Uint8Array, over: Partial<Document> = {}) {
  const deps = await stage({ ...reading, ...over });
  deps.store.clean.set(objectKey, bytes);
  return { ...deps, readings: readingsOf(deps.store, documentId) };
}
