import * as z from 'zod';
import { readEnv } from '../../shared/env.ts';
import { tell } from '../../shared/events/event.ts';
import { documentReceived } from '../../shared/events/document-received.v1.ts';
import { loanSubject } from '../../shared/table.ts';
import { taskFunction } from '../../shared/task.ts';
import { againWhileDocumentMoves, documentChanged, getDocument, moved } from '../adapters/document-items.ts';
import { hasLoanEnded, whileLoanIsOpen } from '../adapters/loan-stage.ts';
import { returned } from '../adapters/returned-document.ts';
import { FilesEnv, type FilesKernel, wireFiles } from '../adapters/intake-env.ts';
import { IntakeStep } from '../contracts.ts';
import { type Document, fileKey } from '../domain/document.ts';
import { loanClosedReason } from '../domain/return-reasons.ts';
import type { StoredFile } from '../adapters/document-store.ts';

const Input = IntakeStep.extend({ sourceVersionId: z.string() });
/** `MISMATCH`: what came is not what was declared, or it is gone. `ENDED`: the document went another way, or its loan has ended. */
const Output = z.object({ outcome: z.enum(['PASSED', 'MISMATCH', 'ENDED']) });
type Outcome = z.output<typeof Output>;
const actor = 'system:documents-task-pass-to-clean';

/**
 * The scanned version goes to the documents bucket and the document is received. A repeated run finds both done. A file
 * for a loan that has ended meanwhile is kept there, and goes no further: its owner is told so.
 */
export function taskPassToClean(input: z.output<typeof Input>, deps: FilesKernel): Promise<Outcome> {
  const { storage, commit, clock, store } = deps;
  return againWhileDocumentMoves(async () => {
    const before = await getDocument(storage, input.loanId, input.documentId);
    if (before.state === 'READING' && before.file?.sourceVersionId === input.sourceVersionId)
      return { outcome: 'PASSED' };
    if (before.state !== 'REQUESTED') return { outcome: 'ENDED' };

    const { loanId, documentId, ownerContactId, contentType } = before;
    const key = fileKey(loanId, documentId);
    if (!isDeclared(before, await store.uploaded(key, input.sourceVersionId))) return { outcome: 'MISMATCH' };
    const copy = await store.passToClean(key, input.sourceVersionId, contentType);
    if (!isDeclared(before, copy)) return { outcome: 'MISMATCH' };
    const kept = {
      receivedAt: clock.now(),
      file: { sourceVersionId: input.sourceVersionId, key, versionId: copy.versionId },
    };
    const { correlationId } = input;
    if (await hasLoanEnded(storage, loanId)) {
      await commit(returned(before, loanClosedReason, { actor, correlationId, at: kept.receivedAt }, kept));
      return { outcome: 'ENDED' };
    }
    const { write } = moved(before, 'receive', kept);
    await commit({
      subject: loanSubject(loanId),
      actor,
      correlationId,
      action: 'DocumentReceived',
      facts: { documentId, ownerContactId },
      writes: [write, whileLoanIsOpen(loanId, documentChanged)],
      events: [tell(documentReceived, { loanId, documentId, ownerContactId })],
    });
    return { outcome: 'PASSED' };
  });
}

const isDeclared = ({ sizeBytes, sha256 }: Document, file: StoredFile | undefined): boolean =>
  file?.sizeBytes === sizeBytes && file.sha256 === sha256;

export type Env = z.input<typeof FilesEnv>;

export const handler = taskFunction({
  input: Input,
  output: Output,
  wire: () => wireFiles(readEnv(FilesEnv)),
  run: taskPassToClean,
});
