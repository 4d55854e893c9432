import type { Kernel } from '../../shared/kernel.ts';
import type { Stage } from '../../shared/stages.ts';
import type { Write } from '../../shared/storage.ts';
import { loanSubject } from '../../shared/table.ts';
import { type Task, taskWrite } from '../../shared/views/task.v1.ts';
import { isOverWithStage } from '../domain/stalled-task.ts';
import { closedNeed, stalledAfter, tellClosed } from '../domain/needs.ts';
import type { LoanFile } from './loan-file.ts';
import { entryWrite, loanMoved, loanWrites, needWrite } from './loan-writes.ts';
import type { StageMachines } from './stage-machines.ts';

export interface LeftStage {
  stage: Stage;
  correlationId: string;
}

const actor = 'system:loans-on-loan-stage-changed';

/**
 * The loan has left a stage: its open needs are cancelled and what a person had to do for it is done; then the step that
 * waits in it is told to end, and the stay is over. Each part is one audited change and leaves nothing for a second run.
 */
export async function endStage(
  kernel: Kernel,
  machines: StageMachines,
  file: LoanFile,
  left: LeftStage,
): Promise<void> {
  await endWork(kernel, file, left);
  await endStays(kernel, machines, file, left);
}

const isPresent = ({ loan }: LoanFile, part: { stage: Stage; entry: number }): boolean =>
  part.stage === loan.stage && part.entry === loan.entry;

async function endWork(
  { commit, clock }: Kernel,
  file: LoanFile,
  { stage, correlationId }: LeftStage,
): Promise<void> {
  const { loan, parties } = file;
  const stale = file.needs.filter(
    (need) => need.status === 'OPEN' && need.stage === stage && !isPresent(file, need),
  );
  const over = file.tasks.filter((task) => isOverWithStage(task, stage, loan));
  if (stale.length + over.length === 0) return;
  const at = clock.now();
  const cancelled = stale.map((need) => closedNeed(need, 'CANCELLED'));
  const stalledNeeds = stalledAfter(file.needs, cancelled);
  const after = { ...loan, stalledNeeds, updatedAt: at, version: loan.version + 1 };
  await commit({
    subject: loanSubject(loan.loanId),
    actor,
    correlationId,
    action: 'StageWorkEnded',
    facts: { stage, needs: stale.map(({ needId }) => needId), tasks: over.map(({ taskId }) => taskId) },
    writes: [
      ...loanWrites(after, parties, loan),
      ...cancelled.map((need, index) => needWrite(need, stale[index])),
      ...over.map((task) => doneWrite(task, at)),
    ],
    events: cancelled.map(tellClosed),
  });
}

/** Whoever does the task does not move the loan's version: their word must not be written over. */
const doneWrite = (task: Task, doneAt: string): Write => ({
  ...taskWrite({ ...task, status: 'DONE', doneAt, doneBy: 'system:loans' }, { equals: { status: 'OPEN' } }),
  otherwise: loanMoved,
});

/** The machine first: a crash in between answers it again, and an answered wait is done. */
async function endStays(
  { commit, clock }: Kernel,
  machines: StageMachines,
  file: LoanFile,
  { stage, correlationId }: LeftStage,
): Promise<void> {
  for (const stay of file.entries) {
    if (stay.stage !== stage || !stay.waiting || isPresent(file, stay)) continue;
    const { token } = stay.waiting;
    await machines.answer(token, 'LEFT');
    const over = { ...stay, waiting: undefined, leftAt: clock.now() };
    await commit({
      subject: loanSubject(stay.loanId),
      actor,
      correlationId,
      action: 'StageStayEnded',
      facts: { stage, entry: stay.entry },
      writes: [{ ...entryWrite(over), when: { equals: { waitingToken: token } }, otherwise: loanMoved }],
    });
  }
}
