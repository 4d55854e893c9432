import { addMs } from '../../shared/clock.ts';
import { conflict } from '../../shared/errors.ts';
import type { Kernel } from '../../shared/kernel.ts';
import { type ApiRequest, ok, type Reply } from '../../shared/request.ts';
import { documentNotFound, findDocument } from '../adapters/document-items.ts';
import { type DocumentLinks, viewSeconds } from '../adapters/upload-links.ts';
import type { documentRoutes } from '../routes.ts';

export interface Deps extends Kernel {
  links: DocumentLinks;
}

/** GET …/{documentId}/file: a link for one minute to the file that passed its scan; nothing else ever has one. */
export async function getFile(
  request: ApiRequest<(typeof documentRoutes.routes)[3]>,
  { storage, clock, links }: Deps,
): Promise<Reply> {
  const { loanId, documentId } = request.params;
  const document = await findDocument(storage, loanId, documentId);
  if (!document) throw documentNotFound();
  request.permit(request.access, document.ownerContactId);
  const { file, state, contentType } = document;
  if (!file || state === 'QUARANTINED')
    throw conflict('FileNotViewable', 'no file of this document has passed its scan', { state });
  const expiresAt = addMs(clock.now(), viewSeconds * 1000);
  return ok({ url: await links.view(file, contentType), contentType, expiresAt });
}
