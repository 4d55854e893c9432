import { addMs } from '../../shared/clock.ts';
import { invalid } from '../../shared/errors.ts';
import type { ContactId } from '../../shared/ids.ts';
import type { Kernel } from '../../shared/kernel.ts';
import { type ApiRequest, created, ok, type Reply } from '../../shared/request.ts';
import type { Write } from '../../shared/storage.ts';
import { loanSubject } from '../../shared/table.ts';
import { contentClaim } from '../adapters/content-claims.ts';
import {
  againWhileDocumentMoves,
  findDocument,
  moved,
  newDocumentWrite,
} from '../adapters/document-items.ts';
import { loanEnded, whileLoanIsOpen } from '../adapters/loan-stage.ts';
import { type DocumentLinks, uploadSeconds } from '../adapters/upload-links.ts';
import type { Document } from '../domain/document.ts';
import { isVoid } from '../domain/document-states.ts';
import { checkDeclared } from '../domain/upload-rules.ts';
import type { documentRoutes } from '../routes.ts';

export interface Deps extends Kernel {
  links: DocumentLinks;
}
type Request = ApiRequest<(typeof documentRoutes.routes)[0]>;

/**
 * POST /v1/loans/{loanId}/documents: the declared file becomes a document with a link to upload it. The same content of the
 * same owner is the document that is there, unless that one came back; one that was never uploaded gets another link.
 * A closed file takes none: `LoanEnded` (conflict).
 */
export async function postDocument(request: Request, deps: Deps): Promise<Reply> {
  const ownerContactId = ownerOf(request);
  request.permit(request.access, ownerContactId);
  if (!request.access?.borrowerContactIds.includes(ownerContactId))
    throw ownerRefused('must be a borrower of this loan');
  const contentType = checkDeclared(request.body);
  const { fileName, sizeBytes, sha256 } = request.body;
  const { loanId } = request.params;

  return againWhileDocumentMoves(async () => {
    const claim = await contentClaim(deps, { loanId, ownerContactId, sha256 });
    const before =
      claim.documentId === undefined ? undefined : await findDocument(deps.storage, loanId, claim.documentId);
    if (before && before.state !== 'REQUESTED' && !isVoid(before.state)) return known(request, before, deps);

    const requestedAt = deps.clock.now();
    const declared = {
      fileName,
      contentType,
      sizeBytes,
      uploadUntil: addMs(requestedAt, uploadSeconds * 1000),
    };
    // A link whose time is over may have been used: its key takes no second file, so the content gets a new document.
    if (before?.state === 'REQUESTED' && requestedAt <= before.uploadUntil) {
      const { document, write } = moved(before, 'request-again', declared);
      return open(request, document, [write], deps);
    }
    const documentId = deps.ids.next('doc');
    const document: Document = {
      ...declared,
      loanId,
      documentId,
      ownerContactId,
      sha256,
      requestedAt,
      uploadedBy: request.actor,
      state: 'REQUESTED',
      version: 1,
    };
    return open(request, document, [newDocumentWrite(document), claim.claimFor(documentId)], deps);
  });
}

async function open(request: Request, document: Document, writes: Write[], deps: Deps): Promise<Reply> {
  const { loanId, documentId, ownerContactId, contentType, sizeBytes, uploadUntil } = document;
  const link = await deps.links.upload(document);
  const reply = created(`/v1/loans/${loanId}/documents/${documentId}`, {
    documentId,
    upload: { ...link, expiresAt: uploadUntil },
  });
  await deps.commit({
    subject: loanSubject(loanId),
    actor: request.actor,
    correlationId: request.correlationId,
    action: 'UploadRequested',
    facts: { documentId, ownerContactId, contentType, sizeBytes },
    writes: [...writes, whileLoanIsOpen(loanId, loanEnded)],
    idempotency: request.recorded(reply),
  });
  return reply;
}

async function known(request: Request, { loanId, documentId }: Document, { commit }: Deps): Promise<Reply> {
  const reply = ok({ documentId, duplicateOf: true });
  await commit({
    subject: loanSubject(loanId),
    actor: request.actor,
    correlationId: request.correlationId,
    action: 'SameContentOffered',
    facts: { documentId },
    writes: [whileLoanIsOpen(loanId, loanEnded)],
    idempotency: request.recorded(reply),
  });
  return reply;
}

function ownerOf({ principal, body }: Request): ContactId {
  if (body.ownerContactId !== undefined) return body.ownerContactId;
  if (principal.kind === 'borrower') return principal.contactId;
  throw ownerRefused('staff must say whose document it is');
}

const ownerRefused = (rule: string) =>
  invalid('OwnerRefused', 'the document needs an owner on this loan', {}, [
    { field: 'ownerContactId', rule },
  ]);
