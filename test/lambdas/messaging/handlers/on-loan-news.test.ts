import { beforeEach, describe, expect, it } from 'vitest';
import type { News } from '../../../../lambdas/messaging/domain/news.ts';
import { type Deps, onLoanNews } from '../../../../lambdas/messaging/handlers/on-loan-news.ts';
import { Effect } from '../../../../lambdas/shared/effects.ts';
import { documentAccepted } from '../../../../lambdas/shared/events/document-accepted.v1.ts';
import { loanStageChanged } from '../../../../lambdas/shared/events/loan-stage-changed.v1.ts';
import { needOpened } from '../../../../lambdas/shared/events/need-opened.v1.ts';
import { loanSubject } from '../../../../lambdas/shared/table.ts';
import { type FakeKernel, fakeKernel, ledgerOf, toldEvents } from '../../../support/fake-kernel.ts';
import { type FakeMailer, fakeMailer } from '../fake-mailer.ts';
import { borrower, eventId, loanId, message, need, putLoan, putNeed } from '../loan-on-file.ts';

const sender = { brandName: 'Example Lender', nmlsId: '0000000', portal: 'https://portal.example' };
const accepted = message(documentAccepted, { ...documentAccepted.example, ownerContactId: borrower });
const minute = 60_000;

let kernel: FakeKernel;
let mailer: FakeMailer;
let deps: Deps;

beforeEach(async () => {
  kernel = fakeKernel();
  mailer = fakeMailer();
  deps = { ...kernel, mailer, sender };
  await putLoan(kernel.storage);
});

const deliver = (news: News, given: Deps = deps) => onLoanNews(news, given);
const effects = () =>
  kernel.storage
    .all()
    .filter(({ sk }) => sk.startsWith('EFFECT#'))
    .map((item) => Effect.parse(item));

describe('news of a loan', () => {
  it('reach everyone they concern, each by one mail, recorded and on the ledger', async () => {
    await deliver(message(loanStageChanged, loanStageChanged.example));
    expect(mailer.outbox.map(({ to }) => to)).toEqual([
      'avery.sample@example.com',
      'blake.sample@example.com',
      'casey.sample@example.com',
    ]);
    expect(effects().map(({ status, about }) => [status, about])).toEqual(
      Array.from({ length: 3 }, () => ['DONE', 'stage-changed']),
    );
    expect(ledgerOf(kernel.storage, loanSubject(loanId)).map((entry) => entry['action'])).toEqual(
      Array.from({ length: 3 }, () => 'EffectDone'),
    );
  });

  it('delivered twice send one mail', async () => {
    await deliver(accepted);
    await deliver(accepted);
    expect(mailer.outbox).toHaveLength(1);
    expect(effects()).toHaveLength(1);
  });

  it('of five needs of one stage send one mail', async () => {
    for (const number of [1, 2, 3, 4, 5]) {
      await putNeed(
        kernel.storage,
        need({ needId: `need_01JD000000000000000000001${number}`, contactId: borrower }),
      );
    }
    for (const number of [1, 2, 3, 4, 5]) {
      await deliver(message(needOpened, { ...needOpened.example, contactId: borrower }, eventId(number)));
    }
    expect(mailer.outbox).toHaveLength(1);
  });

  it('keep no address, name or word of the mail in the record or the ledger', async () => {
    await deliver(accepted);
    const kept = JSON.stringify([
      effects(),
      ledgerOf(kernel.storage, loanSubject(loanId)),
      toldEvents(kernel.storage),
    ]);
    expect(kept).not.toMatch(/avery|example\.com|Thank you/i);
  });

  it('wait while the loan is not there yet', async () => {
    const empty = fakeKernel();
    await expect(deliver(accepted, { ...empty, mailer, sender })).rejects.toMatchObject({ kind: 'missing' });
    expect(mailer.outbox).toEqual([]);
  });

  it('tell the others before the error of one is passed on', async () => {
    mailer.next.push('down');
    await expect(deliver(message(loanStageChanged, loanStageChanged.example))).rejects.toMatchObject({
      kind: 'unavailable',
    });
    expect(mailer.outbox).toHaveLength(2);
  });
});

describe('a mail the service refuses', () => {
  it('is recorded as refused and not tried again', async () => {
    mailer.next.push('refused');
    await deliver(accepted);
    await deliver(accepted);
    expect(effects()).toMatchObject([{ status: 'REFUSED', reasonCode: 'MessageRejected' }]);
    expect(mailer.outbox).toEqual([]);
  });
});

describe('a mail whose answer was lost', () => {
  const redelivered = async (afterMs: number) => {
    kernel.clock.advance(afterMs);
    await expect(deliver(accepted)).rejects.toMatchObject({ kind: 'unavailable' });
  };

  it('is never sent again: asked after, it becomes uncertain and is told once', async () => {
    mailer.next.push('answer-lost');
    await expect(deliver(accepted)).rejects.toMatchObject({ kind: 'unavailable' });
    await redelivered(1000); // the first may still be calling
    await redelivered(minute); // its lease is over, but the mail's own events may yet come
    kernel.clock.advance(2 * minute);
    await deliver(accepted);
    await deliver(accepted);
    expect(mailer.outbox).toHaveLength(1);
    expect(effects()).toMatchObject([{ status: 'UNCERTAIN', reasonCode: 'NoAnswerAndNoTrace' }]);
    expect(toldEvents(kernel.storage).map(({ detailType }) => detailType)).toEqual(['EffectUncertain.v1']);
  });

  it('is the same when the function dies between the mail and its settlement', async () => {
    const dying: Deps = {
      ...deps,
      commit: async () => {
        throw new Error('killed');
      },
    };
    await expect(deliver(accepted, dying)).rejects.toThrow('killed');
    await redelivered(minute);
    kernel.clock.advance(2 * minute);
    await deliver(accepted);
    expect(mailer.outbox).toHaveLength(1);
    expect(effects()).toMatchObject([{ status: 'UNCERTAIN' }]);
  });
});
