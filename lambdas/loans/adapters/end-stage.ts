import type { Kernel } from '../../shared/kernel.ts';
import type { Stage } from '../../shared/stages.ts';
import { taskWrite } from '../../shared/views/task.v1.ts';
import { isAboutStay, isPresentStay } from '../domain/stalled-task.ts';
import { closedNeed, tellClosed } from '../domain/needs.ts';
import { changeNeeds } from './change-needs.ts';
import type { LoanFile } from './loan-file.ts';
import { entryWrite, loanMoved } from './loan-writes.ts';
import type { StageMachines } from './stage-machines.ts';

export interface LeftStage {
  stage: Stage;
  eventId: string;
  correlationId: string;
}

/** The loan has left a stage: its open needs are cancelled, what was to be done about its standing still is done, and the step that waits in it is told to end. */
export async function endStage(
  kernel: Kernel,
  machines: StageMachines,
  file: LoanFile,
  left: LeftStage,
): Promise<void> {
  const isPresent = (part: { stage: Stage; entry: number }) =>
    part.stage === file.loan.stage && part.entry === file.loan.entry;
  const stale = file.needs.filter(
    (need) => need.status === 'OPEN' && need.stage === left.stage && !isPresent(need),
  );
  if (stale.length > 0) {
    const cancelled = stale.map((need) => closedNeed(need, 'CANCELLED'));
    await changeNeeds(kernel, file, {
      actor: 'system:loans-on-loan-stage-changed',
      correlationId: left.correlationId,
      action: 'NeedsCancelled',
      facts: { stage: left.stage, needs: cancelled.map(({ needId }) => needId) },
      needs: cancelled,
      events: cancelled.map(tellClosed),
    });
  }
  for (const task of file.tasks.filter(
    (one) => isAboutStay(one, left.stage) && !isPresentStay(one, file.loan),
  ))
    await kernel.storage.write({
      ...taskWrite(
        { ...task, status: 'DONE', doneAt: kernel.clock.now(), doneBy: 'system:loans' },
        { equals: { status: 'OPEN' } },
      ),
      otherwise: loanMoved,
    });
  for (const entry of file.entries.filter(
    (one) => one.stage === left.stage && one.waiting && !isPresent(one),
  )) {
    if (entry.waiting) await machines.answer(entry.waiting.token, 'LEFT');
    await kernel.storage.write(entryWrite({ ...entry, waiting: undefined, leftAt: kernel.clock.now() }));
  }
}
