import type { DocumentType } from '../../shared/document-types.ts';
import { documentsFor } from '../../shared/needs.ts';
import type { Storage } from '../../shared/storage.ts';
import { loanSubject } from '../../shared/table.ts';
import { Need } from '../../shared/views/need.v1.ts';

/** The types of documents that a borrower is asked for now, by the loan's open needs. */
export async function askedDocuments(
  storage: Storage,
  { loanId, ownerContactId }: { loanId: string; ownerContactId: string },
): Promise<DocumentType[]> {
  const { items } = await storage.query(loanSubject(loanId), { prefix: 'NEED#' });
  const asked = items
    .map((item) => Need.parse(item))
    .filter(
      ({ status, contactId }) =>
        status === 'OPEN' && (contactId === undefined || contactId === ownerContactId),
    )
    .flatMap(({ kind }) => documentsFor(kind));
  return [...new Set(asked)];
}
