import { describe, expect, it } from 'vitest';
import { onLoanStageChanged } from '../../../../lambdas/loans/handlers/on-loan-stage-changed.ts';
import { taskAwaitGuard } from '../../../../lambdas/loans/handlers/task-await-guard.ts';
import { taskMarkStalled } from '../../../../lambdas/loans/handlers/task-mark-stalled.ts';
import { taskOpenNeeds } from '../../../../lambdas/loans/handlers/task-open-needs.ts';
import { unavailable } from '../../../../lambdas/shared/errors.ts';
import type { Stage } from '../../../../lambdas/shared/stages.ts';
import { type Task, taskWrite } from '../../../../lambdas/shared/views/task.v1.ts';
import { ledgerOf, toldEvents } from '../../../support/fake-kernel.ts';
import { busEvent, complete, loanWorld, people } from '../loan-world.ts';

const changed = (loanId: `loan_${string}`, from: 'PROCESSING' | 'APPLICATION', to: Stage, entry = 1) =>
  busEvent('LoanStageChanged.v1', { loanId, from, to, transition: 'x', entry });
const inProcessing = async () => {
  const world = loanWorld();
  const loanId = await world.open(complete);
  await world.move(loanId, 'take-application', 'submit-to-processing');
  const input = await world.input(loanId);
  await taskOpenNeeds(input, world.deps);
  await taskAwaitGuard({ ...input, transition: 'submit-to-underwriting', token: 'token-1' }, world.deps);
  const statuses = async () => [...new Set((await world.file(loanId)).needs.map(({ status }) => status))];
  return { ...world, loanId, input, statuses };
};

const personsTask: Omit<Task, 'loanId'> = {
  taskId: 'task_01JD0000000000000000000005',
  branchId: 'branch_main',
  kind: 'income-disagrees',
  aboutId: 'calc_01JD0000000000000000000008',
  status: 'OPEN',
  escalated: false,
  openedAt: '2026-11-21T15:00:00.000Z',
  dueAt: '2026-11-22T15:00:00.000Z',
};

describe('a loan that has moved', () => {
  it('has the open needs of the stage it left cancelled, the step that waited told, and the next machine started', async () => {
    const { deps, move, loanId, recorded, statuses, file, kernel } = await inProcessing();
    await move(loanId, 'withdraw');
    await onLoanStageChanged(changed(loanId, 'PROCESSING', 'WITHDRAWN'), deps);
    expect(await statuses()).toEqual(['CANCELLED']);
    expect(recorded.answered).toEqual([{ token: 'token-1', outcome: 'LEFT' }]);
    expect(recorded.started).toEqual([
      { version: 1, loanId, stage: 'WITHDRAWN', entry: 1, correlationId: 'corr-0001' },
    ]);
    expect((await file(loanId)).entries.find(({ stage }) => stage === 'PROCESSING')).toMatchObject({
      leftAt: kernel.clock.now(),
    });
    expect(
      toldEvents(kernel.storage).filter(({ detailType }) => detailType === 'NeedClosed.v1'),
    ).toHaveLength(5);
  });

  it('told twice is ended once', async () => {
    const { deps, move, loanId, recorded, kernel } = await inProcessing();
    await move(loanId, 'withdraw');
    for (let delivery = 0; delivery < 3; delivery += 1)
      await onLoanStageChanged(changed(loanId, 'PROCESSING', 'WITHDRAWN'), deps);
    expect(recorded.answered).toHaveLength(1);
    expect(
      toldEvents(kernel.storage).filter(({ detailType }) => detailType === 'NeedClosed.v1'),
    ).toHaveLength(5);
  });

  it('goes on where a crash left it: needs cancelled, machines silent', async () => {
    const { deps, move, loanId, recorded, statuses } = await inProcessing();
    await move(loanId, 'withdraw');
    const machines = {
      ...deps.machines,
      answer: async () => {
        throw unavailable('Unavailable', 'down');
      },
    };
    await expect(
      onLoanStageChanged(changed(loanId, 'PROCESSING', 'WITHDRAWN'), { ...deps, machines }),
    ).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await statuses()).toEqual(['CANCELLED']);
    await onLoanStageChanged(changed(loanId, 'PROCESSING', 'WITHDRAWN'), deps);
    expect(recorded.answered).toEqual([{ token: 'token-1', outcome: 'LEFT' }]);
  });

  it('and has come back meanwhile loses nothing of its present stay', async () => {
    const { deps, move, loanId, place, recorded, input, file } = await inProcessing();
    await place(loanId, { stage: 'UNDERWRITING', entry: 1, entries: { PROCESSING: 1, UNDERWRITING: 1 } });
    await move(loanId, 'return-to-processing');
    const again = { ...input, entry: 2 };
    await taskOpenNeeds(again, deps);
    await taskAwaitGuard({ ...again, transition: 'submit-to-underwriting', token: 'token-2' }, deps);
    await onLoanStageChanged(
      busEvent('LoanStageChanged.v1', {
        loanId,
        from: 'PROCESSING' as const,
        to: 'UNDERWRITING' as const,
        transition: 'x',
        entry: 1,
      }),
      deps,
    );
    expect(recorded.answered).toEqual([{ token: 'token-1', outcome: 'LEFT' }]);
    const { needs } = await file(loanId);
    expect(needs.filter(({ entry }) => entry === 1).every(({ status }) => status === 'CANCELLED')).toBe(true);
    expect(needs.filter(({ entry, status }) => entry === 2 && status === 'OPEN').length).toBeGreaterThan(0);
  });

  it('has nothing left to do about its standing still', async () => {
    const { deps, move, loanId, input, file } = await inProcessing();
    await taskMarkStalled(input, deps);
    await move(loanId, 'withdraw');
    await onLoanStageChanged(changed(loanId, 'PROCESSING', 'WITHDRAWN'), deps);
    expect((await file(loanId)).tasks).toMatchObject([
      { status: 'DONE', doneBy: expect.stringMatching(/^system:/) },
    ]);
  });

  it('has every write of its end on the trail, once', async () => {
    const { deps, move, loanId, input, kernel } = await inProcessing();
    await taskMarkStalled(input, deps);
    await move(loanId, 'withdraw');
    const before = ledgerOf(kernel.storage, `LOAN#${loanId}`).length;
    for (let delivery = 0; delivery < 2; delivery += 1)
      await onLoanStageChanged(changed(loanId, 'PROCESSING', 'WITHDRAWN'), deps);
    const [work, stay, ...more] = ledgerOf(kernel.storage, `LOAN#${loanId}`).slice(before);
    const [needs, tasks] = [5, 1].map((count) => Array.from({ length: count }, () => expect.any(String)));
    const facts = { stage: 'PROCESSING', needs, tasks };
    expect(work).toMatchObject({ action: 'StageWorkEnded', facts });
    expect(stay).toMatchObject({ action: 'StageStayEnded', facts: { stage: 'PROCESSING', entry: 1 } });
    expect(more).toEqual([]);
  });

  it.each([
    ['employment-record-unavailable', 'WITHDRAWN', 'DONE'],
    ['income-disagrees', 'WITHDRAWN', 'DONE'],
    ['income-disagrees', 'UNDERWRITING', 'OPEN'],
    // Ended with the document, by documents.
    ['review-document', 'WITHDRAWN', 'OPEN'],
    // Whether it happened is a question also after the end.
    ['uncertain-effect', 'WITHDRAWN', 'OPEN'],
  ] as const)('with a task %s, into %s, leaves it %s', async (kind, to, status) => {
    const { deps, loanId, place, file, kernel } = await inProcessing();
    await kernel.storage.write(taskWrite({ ...personsTask, loanId, kind }));
    await place(loanId, { stage: to, entry: 1 });
    await onLoanStageChanged(changed(loanId, 'PROCESSING', to), deps);
    expect((await file(loanId)).tasks).toMatchObject([{ kind, status }]);
  });

  it('writes over nobody who does the task at the same moment', async () => {
    const { deps, loanId, place, file, kernel } = await inProcessing();
    const task = { ...personsTask, loanId };
    await kernel.storage.write(taskWrite(task));
    await place(loanId, { stage: 'DENIED', entry: 1 });
    let interrupted = false;
    const commit: typeof deps.commit = async (change) => {
      if (!interrupted)
        await kernel.storage.write(taskWrite({ ...task, status: 'DONE', doneBy: people.processor.userId }));
      interrupted = true;
      return deps.commit(change);
    };
    await onLoanStageChanged(changed(loanId, 'PROCESSING', 'DENIED'), { ...deps, commit });
    expect((await file(loanId)).tasks).toMatchObject([{ status: 'DONE', doneBy: people.processor.userId }]);
  });
});
