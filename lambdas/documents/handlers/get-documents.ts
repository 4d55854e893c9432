import type { Kernel } from '../../shared/kernel.ts';
import { type ApiRequest, ok, type Reply } from '../../shared/request.ts';
import { loanSubject } from '../../shared/table.ts';
import { Document } from '../domain/document.ts';
import { shownDocument } from '../domain/shown-document.ts';
import type { documentRoutes } from '../routes.ts';

/** GET /v1/loans/{loanId}/documents: in the order of asking. A page is cut before a borrower's own are picked: follow `next`. */
export async function getDocuments(
  { params, query, principal }: ApiRequest<(typeof documentRoutes.routes)[1]>,
  { storage, clock }: Kernel,
): Promise<Reply> {
  const { limit, cursor } = query;
  const page = await storage.query(loanSubject(params.loanId), {
    prefix: 'DOCUMENT#',
    limit,
    ...(cursor === undefined ? {} : { cursor }),
  });
  const documents = page.items.map((item) => Document.parse(item));
  const seen =
    principal.kind === 'staff'
      ? documents
      : documents.filter(({ ownerContactId }) => ownerContactId === principal.contactId);
  const now = clock.now();
  return ok({ items: seen.map((document) => shownDocument(document, now)), next: page.next });
}
