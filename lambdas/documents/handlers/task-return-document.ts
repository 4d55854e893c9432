import * as z from 'zod';
import { readEnv } from '../../shared/env.ts';
import { conflict } from '../../shared/errors.ts';
import { taskFunction } from '../../shared/task.ts';
import { againWhileDocumentMoves, getDocument } from '../adapters/document-items.ts';
import { FilesEnv, type FilesKernel, wireFiles } from '../adapters/intake-env.ts';
import { readingsOf } from '../adapters/readings.ts';
import { hasLoanEnded } from '../adapters/loan-stage.ts';
import { returned } from '../adapters/returned-document.ts';
import { closeTask } from '../adapters/review-tasks.ts';
import { IntakeStep } from '../contracts.ts';
import { decideFile } from '../domain/decide-file.ts';
import type { Document } from '../domain/document.ts';
import { REFUSALS, type RefusalReason } from '../domain/inspection-verdict.ts';
import {
  loanClosedReason,
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

/** The borrower is asked for another copy, with a reason that says what to do; nothing is asked when the loan has ended. */
export function taskReturnDocument(input: Input, deps: FilesKernel): Promise<z.output<typeof Output>> {
  const { storage, commit, clock } = deps;
  const { loanId, documentId, correlationId } = input;
  return againWhileDocumentMoves(async () => {
    const before = await getDocument(storage, loanId, documentId);
    if (before.state === 'RETURNED') return { outcome: 'RETURNED' };
    if (before.state === 'ACCEPTED' || before.state === 'QUARANTINED') return { outcome: 'ENDED' };
    const reason = await reasonFor(input, before, deps);
    const at = clock.now();
    const task = await closeTask(storage, before, at);
    await commit(returned(before, reason, { actor, correlationId, at }, {}, task));
    return { outcome: 'RETURNED' };
  });
}

async function reasonFor(
  { refusal, loanId, documentId }: Input,
  { state, review, file }: Document,
  { storage, store }: FilesKernel,
): Promise<ReturnReason> {
  if (file && (await hasLoanEnded(storage, loanId))) return loanClosedReason;
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
