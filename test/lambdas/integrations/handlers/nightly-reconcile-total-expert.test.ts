import { beforeEach, describe, expect, it } from 'vitest';
import type { SyncDue } from '../../../../lambdas/integrations/contracts.ts';
import {
  type Deps,
  nightlyReconcileTotalExpert,
} from '../../../../lambdas/integrations/handlers/nightly-reconcile-total-expert.ts';
import { onTotalExpertSync } from '../../../../lambdas/integrations/handlers/on-total-expert-sync.ts';
import { loanOpened } from '../../../../lambdas/shared/events/loan-opened.v1.ts';
import { indexKeys, keys } from '../../../../lambdas/shared/table.ts';
import { type FakeKernel, fakeKernel } from '../../../support/fake-kernel.ts';
import { type FakePlatform, fakePlatform } from '../fake-platform.ts';
import { borrower, loanId, message, putContact, putLoan, putSummary, summary } from '../loan-on-file.ts';
import { testPace } from '../test-pace.ts';

const opened = message(loanOpened);
const minute = 60_000;

let kernel: FakeKernel;
let platform: FakePlatform;
let queue: SyncDue['detail'][];
let deps: Deps;

beforeEach(async () => {
  kernel = fakeKernel();
  platform = fakePlatform();
  queue = [];
  const pace = testPace(kernel.clock);
  deps = { ...kernel, platform, pace, askForSync: async (detail) => void queue.push(detail) };
  await putLoan(kernel.storage);
});

const run = () => nightlyReconcileTotalExpert({}, deps);
/** Another night, without its hours: what an earlier one has done is forgotten. */
async function night() {
  await kernel.storage.write({ kind: 'delete', key: keys.partnerState('total-expert', 'NIGHT') });
  return run();
}
async function morning(): Promise<void> {
  for (const detail of queue.splice(0)) await onTotalExpertSync({ 'detail-type': 'SyncDue', detail }, deps);
}

describe('the night', () => {
  it('asks for nothing where everything is as it should be', async () => {
    await onTotalExpertSync(opened, deps);
    expect(await night()).toEqual({ pending: 0, resolved: 0, uncertain: 0, asked: 0, done: true });
  });

  it('finds a loan whose event was lost, and asks for it once', async () => {
    expect(await night()).toMatchObject({ asked: 1 });
    await morning();
    expect(platform.changes).toEqual(['create contact', 'create contact', 'create loan']);
    expect(await night()).toMatchObject({ asked: 0 });
  });

  it('finds a loan and a contact that changed unheard', async () => {
    await onTotalExpertSync(opened, deps);
    await putSummary(kernel.storage, { stage: 'PROCESSING' });
    await putContact(kernel.storage, borrower, 'Emery');
    expect(await night()).toMatchObject({ asked: 1 });
    await morning();
    expect(platform.changes.slice(3)).toEqual(['update contact', 'update loan']);
  });

  it('finds what a crash left pending; what happened is not made again', async () => {
    platform.next = ['answer-lost'];
    await expect(onTotalExpertSync(opened, deps)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await night()).toMatchObject({ pending: 0 });
    kernel.clock.advance(minute);
    expect(await night()).toMatchObject({ pending: 1 });
    await morning();
    expect(platform.records).toHaveLength(3);
  });

  it('looks again for what is uncertain: what is found goes on, what is not stays with a person', async () => {
    platform.next = ['answer-lost'];
    platform.isEndless = true;
    await expect(onTotalExpertSync(opened, deps)).rejects.toMatchObject({ kind: 'unavailable' });
    kernel.clock.advance(4 * minute);
    await onTotalExpertSync(opened, deps);
    expect(await night()).toMatchObject({ resolved: 0, uncertain: 1 });
    await morning();
    expect(platform.records.filter(({ payload }) => payload['external_id'] === borrower)).toHaveLength(1);

    platform.isEndless = false;
    expect(await night()).toMatchObject({ resolved: 1, uncertain: 0 });
    await morning();
    expect(platform.records).toHaveLength(3);
    expect(await night()).toEqual({ pending: 0, resolved: 0, uncertain: 0, asked: 0, done: true });
  });

  it('asks once more for what was refused', async () => {
    platform.next = ['refused'];
    await onTotalExpertSync(opened, deps);
    expect(await night()).toMatchObject({ asked: 1 });
    await morning();
    expect(platform.changes.toSorted()).toEqual(['create contact', 'create contact', 'create loan']);
  });

  it('passes over a loan that cannot be read, and goes on', async () => {
    const other = 'loan_01JD0000000000000000000001';
    const listed = indexKeys.pipeline('NEW_LEAD', '2026-11-21T15:00:00.000Z', other);
    await kernel.storage.write({ kind: 'put', item: { ...keys.loan(other), ...listed, loanId: other } });
    expect(await night()).toMatchObject({ asked: 1 });
    expect(queue).toMatchObject([{ data: { loanId } }]);
  });

  it('leaves loans alone that ended more than a month ago', async () => {
    await putSummary(kernel.storage, { stage: 'FUNDED', stageChangedAt: '2026-10-01T15:00:00.000Z' });
    expect(await night()).toMatchObject({ asked: 0 });
    await putSummary(kernel.storage, { stage: 'FUNDED', stageChangedAt: '2026-11-01T15:00:00.000Z' });
    expect(await night()).toMatchObject({ asked: 1 });
    expect(queue[0]?.data.loanId).toBe(loanId);
  });

  it('reads of the closed files the recent ones alone', async () => {
    await putSummary(kernel.storage, { stage: 'WITHDRAWN', stageChangedAt: '2026-10-01T15:00:00.000Z' });
    const asked: { pk: string; from: string | undefined; found: number }[] = [];
    const queryIndex: typeof kernel.storage.queryIndex = async (query) => {
      const page = await kernel.storage.queryIndex(query);
      asked.push({ pk: query.pk, from: query.from, found: page.items.length });
      return page;
    };
    await nightlyReconcileTotalExpert({}, { ...deps, storage: { ...kernel.storage, queryIndex } });
    const closed = asked.filter(({ pk }) => /#(FUNDED|WITHDRAWN|DENIED)#/.test(pk));
    expect(closed).toHaveLength(24);
    expect(closed.every(({ from, found }) => from === '2026-10-22T15:00:00.000Z' && found === 0)).toBe(true);
  });

  it('runs as long as it may, and goes on in the next run where it stopped, until all is read once', async () => {
    const hour = 60 * minute;
    const others = Array.from({ length: 250 }, (_, n) => `loan_01JD00000000000000000${n + 10_000}`);
    for (const other of others) {
      const listed = indexKeys.pipeline('NEW_LEAD', '2026-11-21T15:00:00.000Z', other);
      const loan = { ...summary, loanId: other };
      await kernel.storage.write({ kind: 'put', item: { ...keys.loan(other), ...listed, loanId: other } });
      await kernel.storage.write({ kind: 'put', item: { ...keys.loanSummary(other), ...loan } });
    }
    // Every loan takes five seconds to judge.
    const get: typeof kernel.storage.get = async (key, table) => {
      if (key.sk === 'SUMMARY') kernel.clock.advance(5_000);
      return kernel.storage.get(key, table);
    };
    deps = { ...deps, storage: { ...kernel.storage, get } };
    const runs = [];
    for (let count = 0; count < 10; count += 1) {
      const began = kernel.clock.now();
      const { done } = await run();
      runs.push(done);
      expect(Date.parse(kernel.clock.now()) - Date.parse(began)).toBeLessThan(15 * minute);
      if (done) break;
    }
    expect(runs.length).toBeGreaterThan(2);
    expect(runs.at(-1)).toBe(true);
    const asked = queue.map(({ data }) => data.loanId);
    expect(asked.toSorted()).toEqual([loanId, ...others].toSorted());
    queue.splice(0);
    expect(await run()).toEqual({ pending: 0, resolved: 0, uncertain: 0, asked: 0, done: true });
    kernel.clock.advance(24 * hour);
    expect((await run()).asked).toBeGreaterThan(0);
  });
});
