import type { Kernel } from '../../shared/kernel.ts';
import { type ApiRequest, ok, type Reply } from '../../shared/request.ts';
import { permittedDocument } from '../adapters/document-items.ts';
import type { DocumentStore } from '../adapters/document-store.ts';
import { readingsOf } from '../adapters/readings.ts';
import type { Document } from '../domain/document.ts';
import { shownDocument } from '../domain/shown-document.ts';
import type { documentRoutes } from '../routes.ts';

export interface Deps extends Kernel {
  store: DocumentStore;
}

/** GET /v1/loans/{loanId}/documents/{documentId}: a borrower sees state and reason; staff what was read and from where. */
export async function getDocument(
  request: ApiRequest<(typeof documentRoutes.routes)[2]>,
  { storage, clock, store }: Deps,
): Promise<Reply> {
  const document = await permittedDocument(request, storage);
  const shown = shownDocument(document, clock.now());
  if (request.principal.kind === 'borrower') return ok(shown);
  return ok({ ...shown, ...(await staffView(document, store)) });
}

async function staffView(document: Document, store: DocumentStore) {
  const { documentId, uploadedBy, decidedBy, review, file } = document;
  const readings = readingsOf(store, documentId);
  const [inspected, reading] = file
    ? await Promise.all([readings.findInspected(), readings.findReading()])
    : [undefined, undefined];
  return {
    uploadedBy,
    decidedBy,
    pageCount: inspected?.pageCount,
    activeContent: inspected?.activeContent,
    review: review && {
      taskId: review.taskId,
      openedAt: review.openedAt,
      escalated: review.escalated,
      decision: review.decision?.decision,
      reclassified: review.decision?.reclassified,
    },
    parts: reading?.parts,
  };
}
