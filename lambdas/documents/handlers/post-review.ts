import { conflict, type FieldProblem, invalid } from '../../shared/errors.ts';
import { tell } from '../../shared/events/event.ts';
import { documentReviewed } from '../../shared/events/document-reviewed.v1.ts';
import type { Kernel } from '../../shared/kernel.ts';
import { accepted, type ApiRequest, type Reply } from '../../shared/request.ts';
import { loanSubject } from '../../shared/table.ts';
import { againWhileDocumentMoves, moved, permittedDocument } from '../adapters/document-items.ts';
import type { DocumentStore } from '../adapters/document-store.ts';
import { readingsOf } from '../adapters/readings.ts';
import { loanWords } from '../adapters/loan-words.ts';
import type { Correction, Document, Reclassified, ReviewDecision } from '../domain/document.ts';
import { correctionUnit, fitsUnit } from '../domain/facts.ts';
import { asNamed, objectionsTo, partsToReview } from '../domain/reclassify.ts';
import type { ReadPart } from '../domain/stored-reading.ts';
import type { documentRoutes } from '../routes.ts';

export interface Deps extends Kernel {
  store: DocumentStore;
  zone: string;
}
type Request = ApiRequest<(typeof documentRoutes.routes)[4]>;

/** POST …/{documentId}/review: records what the person decided; the event wakes the machine, which acts on the record. */
export async function postReview(request: Request, deps: Deps): Promise<Reply> {
  const { loanId, documentId } = request.params;
  const { body } = request;
  return againWhileDocumentMoves(async () => {
    const before = await permittedDocument(request, deps.storage);
    const { review, state } = before;
    if (state !== 'IN_REVIEW' || !review)
      throw conflict('NotInReview', 'the document waits for no review', { state });
    if (review.decision)
      throw conflict('AlreadyReviewed', 'somebody has decided on this document', { by: review.decision.by });
    const { corrections, reclassified } = body.decision === 'accept' ? body : asItIs;
    if (corrections.length + reclassified.length > 0) await checkValues(before, body, deps);

    const at = deps.clock.now();
    const { decision, reasonCode } = body;
    const named = reclassified.length > 0 ? { reclassified } : {};
    const decided: ReviewDecision = { decision, reasonCode, corrections, ...named, by: request.actor, at };
    const { write } = moved(before, 'record-review', { review: { ...review, decision: decided } });
    const path = `/v1/loans/${loanId}/documents/${documentId}`;
    const reply = accepted(path, { documentId, decision, recordedAt: at });
    await deps.commit({
      subject: loanSubject(loanId),
      actor: request.actor,
      correlationId: request.correlationId,
      action: 'DocumentReviewed',
      facts: {
        documentId,
        decision,
        reasonCode,
        corrected: corrections.map(({ fact }) => fact),
        ...(reclassified.length > 0
          ? { reclassified: reclassified.map(({ part, type }) => `${part} ${type}`) }
          : {}),
      },
      writes: [write],
      events: [tell(documentReviewed, { loanId, documentId, taskId: review.taskId, decision })],
      idempotency: request.recorded(reply),
    });
    return reply;
  });
}

const asItIs = { corrections: [], reclassified: [] };

/** Corrections fit the documents, as the person names them; what they name must stand the checks of its kind. */
async function checkValues(before: Document, body: Request['body'], deps: Deps): Promise<void> {
  if (body.decision !== 'accept') return;
  const { corrections, reclassified } = body;
  const reading = await readingsOf(deps.store, before.documentId).findReading();
  const parts = partsToReview(reading?.parts);
  checkNamable(reclassified, parts);
  checkCorrections(
    corrections,
    parts.map((part, index) => asNamed(part, index, reclassified)),
  );
  if (reclassified.length === 0) return;
  const words = await loanWords(deps.storage, before, deps.zone);
  const problems = reclassified.flatMap((one, index) =>
    objectionsTo(
      one,
      corrections.filter(({ part }) => part === one.part),
      words,
    ).map((rule) => ({ field: `reclassified.${index}`, rule })),
  );
  if (problems.length > 0) throw reclassificationRefused(problems);
}

/** Only what the machine did not know is named by a person, and once. */
function checkNamable(reclassified: readonly Reclassified[], parts: readonly ReadPart[]): void {
  const problems = reclassified.flatMap(({ part }, index) => {
    const again = reclassified.findIndex((one) => one.part === part) < index;
    if (parts[part]?.type === 'unknown' && !again) return [];
    return [{ field: `reclassified.${index}.part`, rule: 'must be an unknown document of this file, once' }];
  });
  if (problems.length > 0) throw reclassificationRefused(problems);
}

const reclassificationRefused = (problems: FieldProblem[]) =>
  invalid('ReclassificationRefused', 'the document does not stand as what it was named', {}, problems);

/** @throws invalid (422) `CorrectionRefused`: a fact that the document has not, one that is sealed, or a value of another form */
function checkCorrections(corrections: readonly Correction[], parts: readonly ReadPart[]): void {
  const problems = corrections.flatMap(({ part, fact, value }, index) => {
    const reading = parts[part];
    const unit = reading && correctionUnit(reading, fact);
    if (unit === undefined)
      return [
        { field: `corrections.${index}.fact`, rule: 'is no fact of this document that may be corrected' },
      ];
    return fitsUnit(value, unit) ? [] : [{ field: `corrections.${index}.value`, rule: `must be in ${unit}` }];
  });
  if (problems.length > 0)
    throw invalid('CorrectionRefused', 'a correction does not fit the document', {}, problems);
}
