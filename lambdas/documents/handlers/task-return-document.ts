import * as z from 'zod';
import { readEnv } from '../../shared/env.ts';
import { conflict } from '../../shared/errors.ts';
import { tell } from '../../shared/events/event.ts';
import { documentReturned } from '../../shared/events/document-returned.v1.ts';
import { loanSubject } from '../../shared/table.ts';
import { taskFunction } from '../../shared/task.ts';
import { againWhileDocumentMoves, getDocument, moved } from '../adapters/document-items.ts';
import { FilesEnv, type FilesKernel, wireFiles } from '../adapters/intake-env.ts';
import { readingsOf } from '../adapters/readings.ts';
import { closeTask } from '../adapters/review-tasks.ts';
import { IntakeStep } from '../contracts.ts';
import { decideFile } from '../domain/decide-file.ts';
import type { Document } from '../domain/document.ts';
import { REFUSALS, type RefusalReason } from '../domain/inspection-verdict.ts';
import {
  personReason,
  refusalReason,
  returnCodes,
  type ReturnCode,
  type ReturnReason,
} from '../domain/return-reasons.ts';

const refusals = Object.keys(REFUSALS) as [RefusalReason, ...RefusalReason[]];
/** `refusal`: of the inspection; absent where the verdict or a person gave the reason. */
const Input = IntakeStep.extend({ refusal: z.enum(refusals).nullable() });
type Input = z.output<typeof Input>;
const Output = z.object({ outcome: z.enum(['RETURNED', 'ENDED']) });
const actor = 'system:documents-task-return-document';

/** The borrower is asked for another copy, with a reason that says what to do. */
export function taskReturnDocument(input: Input, deps: FilesKernel): Promise<z.output<typeof Output>> {
  const { storage, commit, clock } = deps;
  const { loanId, documentId, correlationId } = input;
  return againWhileDocumentMoves(async () => {
    const before = await getDocument(storage, loanId, documentId);
    if (before.state === 'RETURNED') return { outcome: 'RETURNED' };
    if (before.state === 'ACCEPTED' || before.state === 'QUARANTINED') return { outcome: 'ENDED' };
    const reason = await reasonFor(input, before, deps);
    const decidedAt = clock.now();
    const decidedBy = before.review?.decision?.by ?? actor;
    const { write } = moved(before, 'return', {
      reasonCode: reason.code,
      plainReason: reason.text,
      decidedAt,
      decidedBy,
    });
    const { ownerContactId } = before;
    await commit({
      subject: loanSubject(loanId),
      actor,
      correlationId,
      action: 'DocumentReturned',
      facts: { documentId, reasonCode: reason.code, by: before.review?.decision ? 'person' : 'rules' },
      writes: [write, ...(await closeTask(storage, before, decidedAt))],
      events: [tell(documentReturned, { loanId, documentId, ownerContactId, reasonCode: reason.code })],
    });
    return { outcome: 'RETURNED' };
  });
}

async function reasonFor(
  { refusal, documentId }: Input,
  { state, review }: Document,
  { store }: FilesKernel,
): Promise<ReturnReason> {
  if (refusal) return refusalReason(refusal);
  if (state === 'IN_REVIEW') {
    const code = review?.decision?.decision === 'return' ? review.decision.reasonCode : undefined;
    const known = returnCodes.find((candidate): candidate is ReturnCode => candidate === code);
    if (!known) throw conflict('NotReviewed', 'nobody has returned this document');
    return personReason(known);
  }
  const reading = await readingsOf(store, documentId).findReading();
  const decided = decideFile(reading?.parts ?? []);
  if (decided.outcome !== 'RETURN')
    throw conflict('NotReturned', 'the verdict asks the borrower for nothing');
  return decided.reason;
}

export type Env = z.input<typeof FilesEnv>;

export const handler = taskFunction({
  input: Input,
  output: Output,
  wire: () => wireFiles(readEnv(FilesEnv)),
  run: taskReturnDocument,
});
