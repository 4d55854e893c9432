import * as z from 'zod';
import { readEnv } from '../../shared/env.ts';
import { conflict } from '../../shared/errors.ts';
import { tell } from '../../shared/events/event.ts';
import { documentAccepted } from '../../shared/events/document-accepted.v1.ts';
import type { Write } from '../../shared/storage.ts';
import { keys, loanSubject } from '../../shared/table.ts';
import { taskFunction } from '../../shared/task.ts';
import { askedDocuments } from '../adapters/asked-documents.ts';
import { againWhileDocumentMoves, getDocument, moved } from '../adapters/document-items.ts';
import { closeTask } from '../adapters/review-tasks.ts';
import { FilesEnv, type FilesKernel, wireFiles } from '../adapters/intake-env.ts';
import { readingsOf } from '../adapters/readings.ts';
import { IntakeStep } from '../contracts.ts';
import { type AcceptedPart, acceptedParts } from '../domain/accepted-parts.ts';
import { anotherDocument } from '../domain/another-document.ts';

const Output = z.object({ outcome: z.enum(['ACCEPTED', 'ENDED']) });
const actor = 'system:documents-task-accept-document';

/** With the document, its task, the head of the ledger, the entry and the event well below the 100 items of a transaction. */
const partsAtOnce = 80;

/**
 * Accepts by the rules' verdict or by the recorded one of a person: facts, task, audit entry and event are one transaction.
 * A package of more parts than that holds is accepted with its first facts, the rest follows, and the event tells of it
 * with the last: whoever starts again goes on where `factsWritten` stands.
 */
export async function taskAcceptDocument(
  step: IntakeStep,
  deps: FilesKernel,
): Promise<z.output<typeof Output>> {
  const parts = await acceptedOf(step, deps);
  if (!parts) return { outcome: 'ENDED' };
  for (;;) {
    const written = await againWhileDocumentMoves(() => acceptSome(step, parts, deps));
    if (written === 'all') return { outcome: 'ACCEPTED' };
  }
}

/** What the reading says with the reviewer's values; nothing where the document went another way. It stands as long as the document is decided. */
async function acceptedOf(
  { loanId, documentId }: IntakeStep,
  { storage, store }: FilesKernel,
): Promise<AcceptedPart[] | undefined> {
  const { state, review } = await getDocument(storage, loanId, documentId);
  if (state !== 'READING' && state !== 'IN_REVIEW' && state !== 'ACCEPTED') return undefined;
  if (state === 'IN_REVIEW' && review?.decision?.decision !== 'accept')
    throw conflict('NotReviewed', 'nobody has accepted this document');
  const reading = await readingsOf(store, documentId).findReading();
  return acceptedParts(reading?.parts, review?.decision);
}

async function acceptSome(
  { loanId, documentId, correlationId }: IntakeStep,
  parts: readonly AcceptedPart[],
  { storage, commit, clock }: FilesKernel,
): Promise<'some' | 'all'> {
  const before = await getDocument(storage, loanId, documentId);
  const first = before.state !== 'ACCEPTED';
  if (!first && before.factsWritten === undefined) return 'all';
  const { ownerContactId, review } = before;
  const types = parts.length === 0 ? ['unknown' as const] : [...new Set(parts.map(({ type }) => type))];
  const aside = first ? anotherDocument(types, await askedDocuments(storage, before)) : undefined;
  const decidedAt = before.decidedAt ?? clock.now();
  const decidedBy = review?.decision?.by ?? actor;
  const by = review?.decision ? ('person' as const) : ('rules' as const);

  const known = parts.filter(({ type }) => type !== 'unknown');
  const from = before.factsWritten ?? 0;
  const now = known.slice(from, from + partsAtOnce);
  const written = from + now.length;
  const isLast = written === known.length;
  const factsWritten = isLast ? undefined : written;
  const { write } = first
    ? moved(before, 'accept', { types, aside, decidedAt, decidedBy, factsWritten })
    : moved(before, 'record-facts', { factsWritten });
  const said = { loanId, documentId, ownerContactId, acceptedAt: decidedAt, acceptedBy: decidedBy };
  const facts = now.map((part): Write => ({
    kind: 'put',
    item: { ...keys.documentFacts(loanId, documentId, part.part), schemaVersion: 1, ...part, ...said },
  }));
  await commit({
    subject: loanSubject(loanId),
    actor,
    correlationId,
    action: first ? 'DocumentAccepted' : 'DocumentFactsRecorded',
    facts: first ? { documentId, types, by, parts: known.length } : { documentId, from, to: written },
    writes: [write, ...facts, ...(first ? await closeTask(storage, before, clock.now()) : [])],
    events: isLast ? [tell(documentAccepted, { loanId, documentId, ownerContactId, types, by })] : [],
  });
  return isLast ? 'all' : 'some';
}

export type Env = z.input<typeof FilesEnv>;

export const handler = taskFunction({
  input: IntakeStep,
  output: Output,
  wire: () => wireFiles(readEnv(FilesEnv)),
  run: taskAcceptDocument,
});
