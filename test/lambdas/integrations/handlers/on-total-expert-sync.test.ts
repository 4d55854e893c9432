import { beforeEach, describe, expect, it } from 'vitest';
import type { SendDeps } from '../../../../lambdas/integrations/adapters/send-record.ts';
import { listSynced } from '../../../../lambdas/integrations/adapters/synced-records.ts';
import type { SyncNews } from '../../../../lambdas/integrations/contracts.ts';
import { onTotalExpertSync } from '../../../../lambdas/integrations/handlers/on-total-expert-sync.ts';
import { Effect } from '../../../../lambdas/shared/effects.ts';
import { loanOpened } from '../../../../lambdas/shared/events/loan-opened.v1.ts';
import { loanStageChanged } from '../../../../lambdas/shared/events/loan-stage-changed.v1.ts';
import { loanUpdated } from '../../../../lambdas/shared/events/loan-updated.v1.ts';
import { loanSubject } from '../../../../lambdas/shared/table.ts';
import { type FakeKernel, fakeKernel, ledgerOf, toldEvents } from '../../../support/fake-kernel.ts';
import { type FakePlatform, fakePlatform } from '../fake-platform.ts';
import { borrower, coBorrower, loanId, message, putContact, putLoan, putSummary } from '../loan-on-file.ts';
import { testPace } from '../test-pace.ts';

const opened = message(loanOpened);
const moved = message(loanStageChanged);
const minute = 60_000;
const everything = ['create contact', 'create contact', 'create loan'];

let kernel: FakeKernel;
let platform: FakePlatform;
let deps: SendDeps;

beforeEach(async () => {
  kernel = fakeKernel();
  platform = fakePlatform();
  deps = { ...kernel, platform, pace: testPace(kernel.clock) };
  await putLoan(kernel.storage);
});

const deliver = (news: SyncNews, given: SendDeps = deps) => onTotalExpertSync(news, given);
const loanThere = () => platform.records.filter(({ kind }) => kind === 'loan').map(({ payload }) => payload);
const statusThere = () => loanThere().map((payload) => payload['loan_status']);
const effects = () =>
  kernel.storage
    .all()
    .filter(({ sk }) => sk.startsWith('EFFECT#'))
    .map((item) => Effect.parse(item));

describe('a loan that was opened', () => {
  it('is there with its borrowers, and kept, recorded and on the ledger', async () => {
    await deliver(opened);
    expect(platform.changes).toEqual(everything);
    expect(loanThere()).toMatchObject([
      { external_id: loanId, borrower: { id: '56495' }, coborrower: { id: '56496' } },
    ]);
    expect(await listSynced(kernel.storage, loanId)).toMatchObject([
      { recordId: borrower, externalId: '56495', generation: 1 },
      { recordId: coBorrower, externalId: '56496', generation: 1 },
      { recordId: loanId, externalId: '56497', generation: 1, sentAt: kernel.clock.now() },
    ]);
    expect(
      effects()
        .map(({ status, about }) => `${about} ${status}`)
        .toSorted(),
    ).toEqual(['contact-create DONE', 'contact-create DONE', 'loan-create DONE']);
    expect(ledgerOf(kernel.storage, loanSubject(loanId))).toHaveLength(3);
  });

  it('told twice is sent once', async () => {
    await deliver(opened);
    await deliver(opened);
    expect(platform.changes).toEqual(everything);
  });

  it('told ten times at once is sent once', async () => {
    await Promise.all(Array.from({ length: 10 }, () => deliver(opened)));
    expect(platform.changes).toEqual(everything);
  });

  it('leaves no name or address in the record, the effect or the ledger', async () => {
    await deliver(opened);
    const kept = [
      await listSynced(kernel.storage, loanId),
      effects(),
      kernel.storage.all('ledger'),
      toldEvents(kernel.storage),
    ];
    expect(JSON.stringify(kept)).not.toMatch(/avery|blake|example\.com/i);
  });

  it('waits while the table does not have it yet', async () => {
    await expect(deliver(opened, { ...fakeKernel(), platform, pace: deps.pace })).rejects.toMatchObject({
      kind: 'missing',
    });
    expect(platform.changes).toEqual([]);
  });
});

describe('a change', () => {
  beforeEach(() => deliver(opened));

  it('of stage updates the loan alone', async () => {
    await putSummary(kernel.storage, { stage: 'PROCESSING', version: 2 });
    await deliver(moved);
    expect(platform.changes.slice(3)).toEqual(['update loan']);
    expect(statusThere()).toEqual([{ loan_status: 'Processing' }]);
  });

  it('that the partner is not told of sends nothing', async () => {
    await putSummary(kernel.storage, { updatedAt: '2026-11-21T16:00:00.000Z', version: 2 });
    await deliver(message(loanUpdated));
    expect(platform.changes).toEqual(everything);
  });

  it('of a contact goes along with the next news of the loan', async () => {
    await putContact(kernel.storage, borrower, 'Emery');
    await deliver(message(loanUpdated));
    expect(platform.changes.slice(3)).toEqual(['update contact']);
    expect(platform.records[0]?.payload).toMatchObject({ first_name: 'Emery' });
  });

  it('and back again is sent again', async () => {
    for (const stage of ['PROCESSING', 'APPLICATION', 'PROCESSING'] as const) {
      await putSummary(kernel.storage, { stage });
      await deliver(moved);
    }
    expect(platform.changes.slice(3)).toEqual(['update loan', 'update loan', 'update loan']);
    expect(statusThere()).toEqual([{ loan_status: 'Processing' }]);
  });

  it('told out of order ends in what the table says', async () => {
    await putSummary(kernel.storage, { stage: 'PROCESSING', version: 3 });
    await deliver(moved);
    await deliver(opened);
    await deliver(moved);
    expect(platform.changes.slice(3)).toEqual(['update loan']);
    expect(statusThere()).toEqual([{ loan_status: 'Processing' }]);
  });

  it('that comes while an older one is being sent ends in the newer', async () => {
    await putSummary(kernel.storage, { stage: 'APPLICATION', version: 2 });
    let newer: Promise<void> | undefined;
    platform.before = async () => {
      if (newer) return;
      await putSummary(kernel.storage, { stage: 'PROCESSING', version: 3 });
      newer = deliver(moved);
      await new Promise((resolve) => setTimeout(resolve, 5));
    };
    await deliver(moved);
    await newer;
    expect(statusThere()).toEqual([{ loan_status: 'Processing' }]);
    expect(platform.changes.slice(3)).toEqual(['update loan', 'update loan']);
  });
});

describe('a creation whose answer was lost', () => {
  it('is looked for, not made again, and its content is made certain', async () => {
    platform.next = ['answer-lost'];
    await expect(deliver(opened)).rejects.toMatchObject({ kind: 'unavailable' });
    kernel.clock.advance(minute);
    await deliver(opened);
    expect(platform.changes.filter((change) => change === 'create contact')).toHaveLength(2);
    expect(platform.changes).toContain('update contact');
    expect(platform.records).toHaveLength(3);
  });

  it('is the same when the function dies before it settles', async () => {
    const dying: SendDeps = {
      ...deps,
      commit: async () => {
        throw new Error('killed');
      },
    };
    await expect(deliver(opened, dying)).rejects.toThrow('killed');
    kernel.clock.advance(minute);
    await deliver(opened);
    expect(platform.records).toHaveLength(3);
  });

  it('is made when the look shows that it did not happen', async () => {
    platform.next = ['down'];
    await expect(deliver(opened)).rejects.toMatchObject({ kind: 'unavailable' });
    kernel.clock.advance(minute);
    await deliver(opened);
    expect(platform.changes).toEqual(everything);
  });

  it('becomes uncertain, and is never made again, when the partner cannot tell', async () => {
    platform.next = ['answer-lost'];
    platform.isEndless = true;
    await expect(deliver(opened)).rejects.toMatchObject({ kind: 'unavailable' });
    kernel.clock.advance(4 * minute);
    await deliver(opened);
    await deliver(opened);
    expect(platform.records.filter(({ payload }) => payload['external_id'] === borrower)).toHaveLength(1);
    expect(effects().filter(({ status }) => status === 'UNCERTAIN')).toHaveLength(1);
    expect(toldEvents(kernel.storage).map(({ detailType }) => detailType)).toEqual(['EffectUncertain.v1']);
    expect(loanThere()).toEqual([]);
  });
});

describe('a record the partner refuses', () => {
  it('is not sent again as it is, and the loan waits for its borrower', async () => {
    platform.next = ['refused'];
    await deliver(opened);
    await deliver(opened);
    expect(platform.changes).toEqual(['create contact']);
    expect(await listSynced(kernel.storage, loanId)).toMatchObject([
      { recordId: borrower, refusedBecause: 'PartnerFoundItInvalid' },
      { recordId: coBorrower },
    ]);
  });

  it('is sent again once it was corrected, and the loan after it', async () => {
    platform.next = ['refused'];
    await deliver(opened);
    await putContact(kernel.storage, borrower, 'Emery');
    await deliver(message(loanUpdated));
    expect(platform.changes).toEqual(['create contact', 'create contact', 'create loan']);
  });
});
