import { describe, expect, it } from 'vitest';
import { onNeedReminder } from '../../../../lambdas/loans/handlers/on-need-reminder.ts';
import { toldEvents } from '../../../support/fake-kernel.ts';
import { keys } from '../../../../lambdas/shared/table.ts';
import { asBorrower, loanWorld, people } from '../loan-world.ts';

const itemsOf = (body: Record<string, unknown>) => body['items'] as { stalledNeeds?: number }[];

const setUp = async () => {
  const world = loanWorld();
  const loanId = await world.open();
  const [contactId] = await world.borrowersOf(loanId);
  const { body } = await world.call('POST', `/v1/loans/${loanId}/needs`, people.processor, {
    kind: 'w2',
    contactId,
    reasonCode: 'missing-document',
  });
  const needId = String(body['needId']) as `need_${string}`;
  const remind = (about: 'reminder' | 'overdue' = 'reminder') =>
    onNeedReminder({ version: 1, loanId, needId, about }, world.deps, { correlationId: 'corr-0001' });
  /** Who sees the loan among the stalled, and how many needs it waits for. */
  const stalled = async () => {
    const seen = [people.officer, people.processor, people.compliance].map((as) =>
      world.call('GET', '/v1/loans', as, undefined, { query: { stalled: 'true' } }),
    );
    return (await Promise.all(seen)).map(({ body }) => itemsOf(body).map(({ stalledNeeds }) => stalledNeeds));
  };
  const weekLater = () => world.kernel.clock.advance(8 * 24 * 3600_000);
  const due = () =>
    toldEvents(world.kernel.storage)
      .filter(({ detailType }) => detailType === 'NeedReminderDue.v1')
      .map(({ data }) => data['stalled']);
  return { ...world, loanId, needId, contactId, remind, due, stalled, weekLater };
};

describe('a reminder', () => {
  it('of an open need is told, once however often it is delivered', async () => {
    const { remind, due, file, loanId, kernel } = await setUp();
    await remind();
    await Promise.all([remind(), remind()]);
    expect(due()).toEqual([false]);
    expect((await file(loanId)).needs[0]).toMatchObject({ remindedAt: kernel.clock.now(), stalled: false });
  });

  it('at once by two deliveries is told once', async () => {
    const { remind, due } = await setUp();
    await Promise.allSettled([remind(), remind(), remind()]);
    expect(due()).toEqual([false]);
  });

  it("that comes after the due day, in the lender's zone, says so", async () => {
    const { remind, due, kernel } = await setUp();
    kernel.clock.advance(7 * 24 * 3600_000 + 14 * 3600_000 + 1);
    expect(kernel.clock.now()).toBe('2026-11-29T05:00:00.001Z');
    await remind();
    expect(due()).toEqual([true]);
  });

  it("before midnight of the lender's zone does not", async () => {
    const { remind, due, kernel } = await setUp();
    kernel.clock.advance(7 * 24 * 3600_000 + 14 * 3600_000 - 1);
    await remind();
    expect(due()).toEqual([false]);
  });

  it('of a closed need, or one that is not there, is nothing', async () => {
    const { remind, due, call, loanId, needId, deps } = await setUp();
    await call('POST', `/v1/loans/${loanId}/needs/${needId}/closings`, people.manager, {
      outcome: 'WAIVED',
      reasonCode: 'not-applicable',
    });
    await remind();
    await onNeedReminder(
      { version: 1, loanId, needId: 'need_01JD0000000000000000000099', about: 'reminder' },
      deps,
      {
        correlationId: 'c',
      },
    );
    expect(due()).toEqual([]);
  });
});

describe('a need that was not answered on its due day', () => {
  it('is stalled by itself: told of once, and its loan among the stalled of officer, branch and compliance', async () => {
    const { remind, due, stalled, weekLater, file, loanId } = await setUp();
    await remind();
    expect(await stalled()).toEqual([[], [], []]);
    weekLater();
    await remind('overdue');
    await Promise.all([remind('overdue'), remind('overdue')]);
    expect(due()).toEqual([false, true]);
    expect((await file(loanId)).needs[0]).toMatchObject({ status: 'OPEN', stalled: true });
    expect(await stalled()).toEqual([[1], [1], [1]]);
  });

  it('leaves the list when it is closed', async () => {
    const { remind, stalled, weekLater, call, loanId, needId } = await setUp();
    weekLater();
    await remind('overdue');
    expect(await stalled()).toEqual([[1], [1], [1]]);
    await call('POST', `/v1/loans/${loanId}/needs/${needId}/closings`, people.manager, {
      outcome: 'WAIVED',
      reasonCode: 'not-applicable',
    });
    expect(await stalled()).toEqual([[], [], []]);
  });

  it('is no matter for the borrower’s list', async () => {
    const { remind, weekLater, call, contactId } = await setUp();
    weekLater();
    await remind('overdue');
    const { body } = await call('GET', '/v1/loans', asBorrower(contactId ?? ''));
    expect(itemsOf(body)[0]).not.toHaveProperty('stalledNeeds');
  });

  it('is not asked after before that day is over, nor when it was stalled with its stage', async () => {
    const { remind, due, place, loanId, deps, file } = await setUp();
    await remind('overdue');
    expect(due()).toEqual([]);
    await place(loanId, { stage: 'PROCESSING', entries: { PROCESSING: 1 } });
    const need = (await file(loanId)).needs[0]!;
    await deps.storage.write({
      kind: 'update',
      key: keys.need(loanId, need.needId),
      set: { stage: 'PROCESSING', stalled: true },
    });
    deps.clock.advance(9 * 24 * 3600_000);
    await remind('overdue');
    expect(due()).toEqual([]);
  });
});
