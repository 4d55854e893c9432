import * as z from 'zod';
import { addMs } from '../../shared/clock.ts';
import { KernelEnv, readEnv } from '../../shared/env.ts';
import { unavailable } from '../../shared/errors.ts';
import { tell } from '../../shared/events/event.ts';
import { documentReviewNeeded } from '../../shared/events/document-review-needed.v1.ts';
import { type Kernel, wireKernel } from '../../shared/kernel.ts';
import { keys, loanSubject } from '../../shared/table.ts';
import { taskFunction } from '../../shared/task.ts';
import { LoanAccess } from '../../shared/views/loan-access.v1.ts';
import { taskWrite } from '../../shared/views/task.v1.ts';
import { againWhileDocumentMoves, documentChanged, getDocument, moved } from '../adapters/document-items.ts';
import { type IntakeMachine, intakeMachine } from '../adapters/intake-machine.ts';
import { hasLoanEnded, whileLoanIsOpen } from '../adapters/loan-stage.ts';
import { IntakeStep } from '../contracts.ts';
import { isLegal } from '../domain/document-states.ts';

const Input = IntakeStep.extend({
  token: z.string(),
  /** Nobody looked in time: the task is told of again, as escalated. */
  escalated: z.boolean(),
});
const Output = z.object({ stored: z.boolean() });
const dueInMs = 24 * 3600_000;

export interface Deps extends Kernel {
  machine: Pick<IntakeMachine, 'answer'>;
}

/**
 * Asks the branch for a person and stores the step's token, while nobody has decided; a decision that is there already
 * answers the step at once, and so does the loan's end. The same token again changes nothing.
 */
export function taskAwaitReview(
  { loanId, documentId, token, escalated, correlationId }: z.output<typeof Input>,
  { storage, commit, clock, ids, machine }: Deps,
): Promise<z.output<typeof Output>> {
  return againWhileDocumentMoves(async () => {
    const before = await getDocument(storage, loanId, documentId);
    const { review } = before;
    const undecided = isLegal('ask-person', before.state) && !review?.decision;
    if (!undecided || (await hasLoanEnded(storage, loanId))) {
      // Whatever the document became, the next step finds it so and ends.
      await machine.answer(token, review?.decision?.decision ?? 'return');
      return { stored: false };
    }
    if (review?.token === token) return { stored: true };
    const access = await storage.get(keys.loanAccess(loanId));
    if (!access) throw unavailable('Unavailable', 'the loan-access view is not there');
    const at = clock.now();
    const taskId = review?.taskId ?? ids.next('task');
    const openedAt = review?.openedAt ?? at;
    const { write } = moved(before, 'ask-person', { review: { taskId, token, openedAt, escalated } });
    await commit({
      subject: loanSubject(loanId),
      actor: 'system:documents-task-await-review',
      correlationId,
      action: escalated ? 'DocumentReviewEscalated' : 'DocumentReviewNeeded',
      facts: { documentId, taskId },
      writes: [
        write,
        taskWrite({
          taskId,
          loanId,
          branchId: LoanAccess.parse(access).branchId,
          kind: 'review-document',
          aboutId: documentId,
          status: 'OPEN',
          escalated,
          openedAt,
          dueAt: addMs(at, dueInMs),
        }),
        whileLoanIsOpen(loanId, documentChanged),
      ],
      events: [tell(documentReviewNeeded, { loanId, documentId, taskId, escalated })],
    });
    return { stored: true };
  });
}

const Env = KernelEnv.extend({ INTAKE_MACHINE_ARN: z.string() });
export type Env = z.input<typeof Env>;

function wire(): Deps {
  const env = readEnv(Env);
  return { ...wireKernel(env), machine: intakeMachine(env.INTAKE_MACHINE_ARN) };
}

export const handler = taskFunction({ input: Input, output: Output, wire, run: taskAwaitReview });
