import type { Principal } from '../../shared/actor.ts';
import { loanNotFound } from '../../shared/authorization.ts';
import { conflict, DomainError, invalid, missing } from '../../shared/errors.ts';
import type { Storage, Write } from '../../shared/storage.ts';
import { keys } from '../../shared/table.ts';
import type { LoanAccess } from '../../shared/views/loan-access.v1.ts';
import { Document } from '../domain/document.ts';
import { documentTransitions, type DocumentTransition } from '../domain/document-states.ts';

interface Asking {
  params: { loanId: string; documentId: string };
  principal: Principal;
  access: LoanAccess | undefined;
  permit: (access: LoanAccess | undefined, ownerContactId?: string) => void;
}

/** The document, if the caller may do to it what the route is for. To a borrower one that is not there and another's are the same. */
export async function permittedDocument(asking: Asking, storage: Storage): Promise<Document> {
  const { loanId, documentId } = asking.params;
  const document = await findDocument(storage, loanId, documentId);
  if (!document)
    throw asking.principal.kind === 'borrower'
      ? loanNotFound()
      : missing('DocumentNotFound', 'there is no such document');
  asking.permit(asking.access, document.ownerContactId);
  return document;
}

export async function findDocument(
  storage: Storage,
  loanId: string,
  documentId: string,
): Promise<Document | undefined> {
  const item = await storage.get(keys.document(loanId, documentId));
  return item && Document.parse(item);
}

/** For consumers and steps: an upload is recorded before its link is given, so an unknown one is no matter of time. */
export async function getDocument(storage: Storage, loanId: string, documentId: string): Promise<Document> {
  const document = await findDocument(storage, loanId, documentId);
  if (!document)
    throw invalid('UnknownDocument', 'no upload of this document was requested', { loanId, documentId });
  return document;
}

export const documentChanged = (): DomainError =>
  conflict('DocumentChanged', 'the document has changed since it was read');

export const newDocumentWrite = (document: Document): Write => ({
  kind: 'put',
  item: { ...keys.document(document.loanId, document.documentId), schemaVersion: 1, ...document },
  when: { exists: false },
});

/** The document after a transition; the write holds only from a legal state and on the version that was read. */
export function moved(
  before: Document,
  name: DocumentTransition,
  change: Partial<Document> = {},
): { document: Document; write: Write } {
  const { from, to } = documentTransitions[name];
  const document: Document = { ...before, ...change, state: to, version: before.version + 1 };
  const item = { ...keys.document(document.loanId, document.documentId), schemaVersion: 1, ...document };
  return {
    document,
    write: {
      kind: 'put',
      item,
      when: { equals: { version: before.version }, oneOf: { state: from } },
      otherwise: documentChanged,
    },
  };
}

const attempts = 6;

/** Reads and decides again when another change of the document came in between. */
export async function againWhileDocumentMoves<T>(decide: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await decide();
    } catch (error) {
      if (!(error instanceof DomainError && error.code === 'DocumentChanged') || attempt === attempts)
        throw error;
    }
  }
}
