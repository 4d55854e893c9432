import type { Actor } from '../../shared/actor.ts';
import type { Instant } from '../../shared/clock.ts';
import { tell } from '../../shared/events/event.ts';
import { documentReturned } from '../../shared/events/document-returned.v1.ts';
import type { Write } from '../../shared/storage.ts';
import { loanSubject } from '../../shared/table.ts';
import type { Change } from '../../shared/transaction.ts';
import type { Document } from '../domain/document.ts';
import type { ReturnReason } from '../domain/return-reasons.ts';
import { moved } from './document-items.ts';

/** The change that gives a document back with a reason: `also` joins what is kept of it, `more` its transaction. */
export function returned(
  before: Document,
  reason: ReturnReason,
  { actor, correlationId, at }: { actor: Actor; correlationId: string; at: Instant },
  also: Partial<Document> = {},
  more: readonly Write[] = [],
): Change {
  const { loanId, documentId, ownerContactId, review } = before;
  const { write } = moved(before, 'return', {
    ...also,
    reasonCode: reason.code,
    plainReason: reason.text,
    decidedAt: at,
    decidedBy: review?.decision?.by ?? actor,
  });
  return {
    subject: loanSubject(loanId),
    actor,
    correlationId,
    action: 'DocumentReturned',
    facts: { documentId, reasonCode: reason.code, by: review?.decision ? 'person' : 'rules' },
    writes: [write, ...more],
    events: [tell(documentReturned, { loanId, documentId, ownerContactId, reasonCode: reason.code })],
  };
}
