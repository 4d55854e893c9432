import { describe, expect, it } from 'vitest';
import { onRoadFactsChanged } from '../../../../lambdas/loans/handlers/on-road-facts-changed.ts';
import { taskAwaitGuard } from '../../../../lambdas/loans/handlers/task-await-guard.ts';
import { Need } from '../../../../lambdas/shared/views/need.v1.ts';
import { unavailable } from '../../../../lambdas/shared/errors.ts';
import { address, busEvent, complete, loanWorld, people, value } from '../loan-world.ts';

const setUp = async () => {
  const world = loanWorld();
  const loanId = await world.open({ ...complete, property: { state: 'CO' } });
  await world.move(loanId, 'take-application');
  const await_ = async (token: string) =>
    taskAwaitGuard({ ...(await world.input(loanId)), transition: 'submit-to-processing', token }, world.deps);
  const makeComplete = async () =>
    world.call(
      'PATCH',
      `/v1/loans/${loanId}`,
      people.officer,
      { address, valuation: value },
      { headers: { 'if-match': `"${(await world.file(loanId)).loan.version}"` } },
    );
  const updated = busEvent('LoanUpdated.v1', { loanId, changed: ['address'] });
  const waiting = async () =>
    (await world.file(loanId)).entries.find(({ stage }) => stage === 'APPLICATION')?.waiting?.token;
  return { ...world, loanId, await_, makeComplete, updated, waiting };
};

describe('facts of the road', () => {
  it('wake the step whose guard now holds, and forget its token', async () => {
    const { await_, makeComplete, updated, deps, recorded, waiting } = await setUp();
    await await_('token-1');
    await makeComplete();
    await onRoadFactsChanged(updated, deps);
    expect(recorded.answered).toEqual([{ token: 'token-1', outcome: 'SATISFIED' }]);
    expect(await waiting()).toBeUndefined();
  });

  it('told twice wake it once', async () => {
    const { await_, makeComplete, updated, deps, recorded } = await setUp();
    await await_('token-1');
    await makeComplete();
    await onRoadFactsChanged(updated, deps);
    await onRoadFactsChanged(updated, deps);
    expect(recorded.answered).toHaveLength(1);
  });

  it('leave asleep what still has to wait', async () => {
    const { await_, updated, deps, recorded, waiting } = await setUp();
    await await_('token-1');
    await onRoadFactsChanged(updated, deps);
    expect(recorded.answered).toEqual([]);
    expect(await waiting()).toBe('token-1');
  });

  it('keep the token while the machines do not answer', async () => {
    const { await_, makeComplete, updated, deps, waiting } = await setUp();
    await await_('token-1');
    await makeComplete();
    const machines = {
      ...deps.machines,
      answer: async () => {
        throw unavailable('Unavailable', 'down');
      },
    };
    await expect(onRoadFactsChanged(updated, { ...deps, machines })).rejects.toMatchObject({
      kind: 'unavailable',
    });
    expect(await waiting()).toBe('token-1');
  });

  it('never forget the next token of a machine that has come round meanwhile', async () => {
    const { await_, makeComplete, updated, deps, waiting, kernel, file, loanId } = await setUp();
    await await_('token-1');
    await makeComplete();
    const machines = {
      ...deps.machines,
      answer: async () => {
        const [entry] = (await file(loanId)).entries.filter(({ stage }) => stage === 'APPLICATION');
        await kernel.storage.write({
          kind: 'update',
          key: { pk: `LOAN#${loanId}`, sk: 'ENTRY#APPLICATION#1' },
          set: { waiting: { ...entry?.waiting, token: 'token-2' }, waitingToken: 'token-2' },
        });
      },
    };
    await onRoadFactsChanged(updated, { ...deps, machines });
    expect(await waiting()).toBe('token-2');
  });

  it('cancel the reminder of a need that is closed', async () => {
    const { deps, recorded, loanId } = await setUp();
    await onRoadFactsChanged(
      busEvent('NeedClosed.v1', {
        loanId,
        needId: 'need_01JD0000000000000000000004' as const,
        kind: 'w2' as const,
        outcome: 'SATISFIED' as const,
      }),
      deps,
    );
    expect(recorded.cancelled).toEqual(['need_01JD0000000000000000000004']);
  });

  it('mean nothing to a step that waits for the loan to leave', async () => {
    const { deps, recorded, updated, loanId, input, makeComplete } = await setUp();
    await taskAwaitGuard({ ...(await input(loanId)), token: 'token-1' }, deps);
    await makeComplete();
    await onRoadFactsChanged(updated, deps);
    expect(recorded.answered).toEqual([]);
  });
});

describe('reminders of needs', () => {
  const withNeed = async () => {
    const world = await setUp();
    const [contactId] = await world.borrowersOf(world.loanId);
    const asked = {
      kind: 'letter-of-explanation',
      contactId,
      reasonCode: 'missing-document',
      dueOn: '2026-12-01',
    };
    const { body } = await world.call('POST', `/v1/loans/${world.loanId}/needs`, people.processor, asked);
    const { needId } = Need.parse(body);
    const need = { loanId: world.loanId, needId, kind: 'letter-of-explanation', contactId } as const;
    const opened = busEvent('NeedOpened.v1', {
      ...need,
      reasonCode: 'missing-document',
      dueOn: '2026-12-01',
    });
    const closed = busEvent('NeedClosed.v1', { ...need, outcome: 'SATISFIED' as const });
    const close = async () =>
      world.call('POST', `/v1/loans/${world.loanId}/needs/${needId}/closings`, people.processor, {
        outcome: 'SATISFIED',
        reasonCode: 'explanation-accepted',
      });
    return { ...world, needId, opened, closed, close };
  };

  it('are set two days before the need is due, whoever asked', async () => {
    const { opened, deps, recorded, needId } = await withNeed();
    await onRoadFactsChanged(opened, deps);
    expect(recorded.set).toEqual([
      { needId, about: 'reminder', at: '2026-11-29T14:00:00.000Z' },
      { needId, about: 'overdue', at: '2026-12-02T14:00:00.000Z' },
    ]);
  });

  it('are cancelled when it is closed', async () => {
    const { opened, closed, close, deps, recorded, needId } = await withNeed();
    await onRoadFactsChanged(opened, deps);
    await close();
    await onRoadFactsChanged(closed, deps);
    expect(recorded.cancelled).toEqual([needId]);
  });

  it('are not set by a late NeedOpened of a need that is closed', async () => {
    const { opened, close, deps, recorded, needId } = await withNeed();
    await close();
    await onRoadFactsChanged(opened, deps);
    expect(recorded).toMatchObject({ set: [], cancelled: [needId] });
  });
});
