import { addMs } from '../../shared/clock.ts';
import { conflict } from '../../shared/errors.ts';
import type { Kernel } from '../../shared/kernel.ts';
import { type ApiRequest, ok, type Reply } from '../../shared/request.ts';
import { permittedDocument } from '../adapters/document-items.ts';
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
  const { file, state, contentType } = await permittedDocument(request, storage);
  if (!file || state === 'QUARANTINED')
    throw conflict('FileNotViewable', 'no file of this document has passed its scan', { state });
  const expiresAt = addMs(clock.now(), viewSeconds * 1000);
  return ok({ url: await links.view(file, contentType), contentType, expiresAt });
}
