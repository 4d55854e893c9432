import * as z from 'zod';
import { addMs } from '../../shared/clock.ts';
import { KernelEnv, readEnv } from '../../shared/env.ts';
import { tell } from '../../shared/events/event.ts';
import { needReminderDue } from '../../shared/events/need-reminder-due.v1.ts';
import { type Kernel, wireKernel } from '../../shared/kernel.ts';
import { loanSubject } from '../../shared/table.ts';
import { taskFunction } from '../../shared/task.ts';
import { type Task, taskWrite } from '../../shared/views/task.v1.ts';
import { againWhileLoanMoves } from '../adapters/again.ts';
import { getLoanFile } from '../adapters/loan-file.ts';
import { loanMoved, loanWrites, needWrite } from '../adapters/loan-writes.ts';
import { hasLeft, StageTaskInput } from '../adapters/stage-task.ts';
import { stalledAfter } from '../domain/needs.ts';
import { isAboutStay, isPresentStay, stayOf } from '../domain/stalled-task.ts';

const Output = z.object({ outcome: z.enum(['STALLED', 'LEFT']) });
const dueInMs = 24 * 3600_000;

/**
 * The stage has waited past its time: its open needs are marked, those asked are reminded, and a person of the branch
 * gets a task. A task that is not due yet is the work of an earlier try of this step; one that is past due is escalated.
 */
export function taskMarkStalled(input: StageTaskInput, kernel: Kernel): Promise<z.output<typeof Output>> {
  return againWhileLoanMoves(async () => {
    const { storage, commit, clock, ids } = kernel;
    const file = await getLoanFile(storage, input.loanId);
    if (hasLeft(file.loan, input)) return { outcome: 'LEFT' };
    const { loan, parties, needs } = file;
    const { loanId, stage, entry, branchId } = loan;
    const standing = file.tasks.find((one) => isAboutStay(one, stage) && isPresentStay(one, loan));
    const open = needs.filter(
      (need) => need.status === 'OPEN' && need.stage === stage && need.entry === entry,
    );
    const at = clock.now();
    if (standing && at < standing.dueAt) return { outcome: 'STALLED' };
    const marked = open
      .filter(({ stalled }) => !stalled)
      .map((need) => ({ ...need, stalled: true, version: need.version + 1 }));
    const dueAt = addMs(at, dueInMs);
    const task: Task = standing
      ? { ...standing, escalated: true, dueAt }
      : {
          taskId: ids.next('task'),
          loanId,
          branchId,
          kind: 'stalled-stage',
          aboutId: stayOf(loan),
          status: 'OPEN',
          escalated: false,
          openedAt: at,
          dueAt,
        };
    await commit({
      subject: loanSubject(loanId),
      actor: 'system:loans-task-mark-stalled',
      correlationId: input.correlationId,
      action: 'StageStalled',
      facts: { stage, entry, open: open.map(({ kind }) => kind) },
      writes: [
        ...loanWrites(
          {
            ...loan,
            stalledNeeds: stalledAfter(needs, marked),
            updatedAt: at,
            version: loan.version + 1,
          },
          parties,
          loan,
        ),
        ...marked.map((need) =>
          needWrite(
            need,
            open.find(({ needId }) => needId === need.needId),
          ),
        ),
        // Whoever does the task does not move the loan's version: their word must not be written over.
        {
          ...taskWrite(task, standing ? { equals: { status: 'OPEN' } } : { exists: false }),
          otherwise: loanMoved,
        },
      ],
      events: open.map(({ needId, kind, contactId }) =>
        tell(needReminderDue, { loanId, needId, kind, contactId, stalled: true }),
      ),
    });
    return { outcome: 'STALLED' };
  });
}

const Env = KernelEnv;
export type Env = z.input<typeof Env>;

export const handler = taskFunction({
  input: StageTaskInput,
  output: Output,
  wire: () => wireKernel(readEnv(Env)),
  run: taskMarkStalled,
});
