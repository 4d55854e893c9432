import { addMs, type Instant } from '../../shared/clock.ts';
import type { Document } from './document.ts';
import type { DocumentState } from './document-states.ts';
import { scanReasons } from './return-reasons.ts';

export const shownStates = [
  'REQUESTED',
  'EXPIRED',
  'READING',
  'IN_REVIEW',
  'ACCEPTED',
  'RETURNED',
  'QUARANTINED',
] as const;
export type ShownState = (typeof shownStates)[number];

/** A file that came at the last moment may still be in its scan. */
const scanGraceMs = 10 * 60_000;

/** An upload that was never made expires by itself; no job is needed for it. */
export function shownState(
  { state, uploadUntil }: Pick<Document, 'state' | 'uploadUntil'>,
  now: Instant,
): DocumentState | 'EXPIRED' {
  return state === 'REQUESTED' && now > addMs(uploadUntil as Instant, scanGraceMs) ? 'EXPIRED' : state;
}

/** What everybody who may see the document sees of it; the borrower sees no more than this. */
export function shownDocument(document: Document, now: Instant) {
  const { documentId, ownerContactId, fileName, contentType, sizeBytes, types, requestedAt } = document;
  const { receivedAt, decidedAt, uploadUntil } = document;
  return {
    documentId,
    ownerContactId,
    fileName,
    contentType,
    sizeBytes,
    state: shownState(document, now),
    types,
    reason: reasonOf(document),
    requestedAt,
    uploadUntil: document.state === 'REQUESTED' ? uploadUntil : undefined,
    receivedAt,
    decidedAt,
  };
}

function reasonOf({ reasonCode, plainReason, scanVerdict, aside }: Document) {
  if (scanVerdict) return { code: scanVerdict, text: scanReasons[scanVerdict] };
  return reasonCode && plainReason ? { code: reasonCode, text: plainReason } : aside;
}
