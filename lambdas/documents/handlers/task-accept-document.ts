import * as z from 'zod';
import { readEnv } from '../../shared/env.ts';
import { conflict } from '../../shared/errors.ts';
import { tell } from '../../shared/events/event.ts';
import { documentAccepted } from '../../shared/events/document-accepted.v1.ts';
import type { Write } from '../../shared/storage.ts';
import { keys, loanSubject } from '../../shared/table.ts';
import { taskFunction } from '../../shared/task.ts';
import { againWhileDocumentMoves, getDocument, moved } from '../adapters/document-items.ts';
import { closeTask } from '../adapters/review-tasks.ts';
import { FilesEnv, type FilesKernel, wireFiles } from '../adapters/intake-env.ts';
import { readingsOf } from '../adapters/readings.ts';
import { IntakeStep } from '../contracts.ts';
import { acceptedParts } from '../domain/accepted-parts.ts';

const Output = z.object({ outcome: z.enum(['ACCEPTED', 'ENDED']) });
const actor = 'system:documents-task-accept-document';

/** Accepts by the rules' verdict or by the recorded one of a person; the facts, the task and the event are one transaction with it. */
export function taskAcceptDocument(
  { loanId, documentId, correlationId }: IntakeStep,
  { storage, commit, clock, store }: FilesKernel,
): Promise<z.output<typeof Output>> {
  return againWhileDocumentMoves(async () => {
    const before = await getDocument(storage, loanId, documentId);
    if (before.state === 'ACCEPTED') return { outcome: 'ACCEPTED' };
    if (before.state !== 'READING' && before.state !== 'IN_REVIEW') return { outcome: 'ENDED' };
    const { ownerContactId, review } = before;
    const decision = review?.decision;
    if (before.state === 'IN_REVIEW' && decision?.decision !== 'accept')
      throw conflict('NotReviewed', 'nobody has accepted this document');

    const reading = await readingsOf(store, documentId).findReading();
    const parts = acceptedParts(reading?.parts ?? [], decision);
    const types = parts.length === 0 ? ['unknown' as const] : [...new Set(parts.map(({ type }) => type))];
    const acceptedAt = clock.now();
    const by = { acceptedAt, acceptedBy: decision?.by ?? actor };
    const facts = parts
      .filter((part) => part.type !== 'unknown')
      .map((said): Write => ({
        kind: 'put',
        item: {
          ...keys.documentFacts(loanId, documentId, said.part),
          schemaVersion: 1,
          loanId,
          documentId,
          ownerContactId,
          ...said,
          ...by,
        },
      }));
    const { write } = moved(before, 'accept', { types, decidedAt: acceptedAt, decidedBy: by.acceptedBy });
    await commit({
      subject: loanSubject(loanId),
      actor,
      correlationId,
      action: 'DocumentAccepted',
      facts: { documentId, types, by: decision ? 'person' : 'rules' },
      writes: [write, ...facts, ...(await closeTask(storage, before, acceptedAt))],
      events: [
        tell(documentAccepted, {
          loanId,
          documentId,
          ownerContactId,
          types,
          by: decision ? 'person' : 'rules',
        }),
      ],
    });
    return { outcome: 'ACCEPTED' };
  });
}

export type Env = z.input<typeof FilesEnv>;

export const handler = taskFunction({
  input: IntakeStep,
  output: Output,
  wire: () => wireFiles(readEnv(FilesEnv)),
  run: taskAcceptDocument,
});
