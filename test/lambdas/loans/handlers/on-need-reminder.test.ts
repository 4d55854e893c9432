import { describe, expect, it } from 'vitest';
import { onNeedReminder } from '../../../../lambdas/loans/handlers/on-need-reminder.ts';
import { toldEvents } from '../../../support/fake-kernel.ts';
import { loanWorld, people } from '../loan-world.ts';

const setUp = async () => {
  const world = loanWorld();
  const loanId = await world.open();
  const [contactId] = await world.borrowersOf(loanId);
  const { body } = await world.call('POST', `/v1/loans/${loanId}/needs`, people.processor, {
    kind: 'w2',
    contactId,
    reasonCode: 'MissingDocument',
  });
  const needId = String(body['needId']) as `need_${string}`;
  const remind = () =>
    onNeedReminder({ version: 1, loanId, needId }, world.deps, { correlationId: 'corr-0001' });
  const due = () =>
    toldEvents(world.kernel.storage)
      .filter(({ detailType }) => detailType === 'NeedReminderDue.v1')
      .map(({ data }) => data['stalled']);
  return { ...world, loanId, needId, contactId, remind, due };
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
    await call('POST', `/v1/loans/${loanId}/needs/${needId}/closings`, people.processor, {
      outcome: 'WAIVED',
      reasonCode: 'NotApplicable',
    });
    await remind();
    await onNeedReminder({ version: 1, loanId, needId: 'need_01JD0000000000000000000099' }, deps, {
      correlationId: 'c',
    });
    expect(due()).toEqual([]);
  });
});
