import { beforeEach, expect, it } from 'vitest';
import { onMailEvent } from '../../../../lambdas/messaging/handlers/on-mail-event.ts';
import { addMs } from '../../../../lambdas/shared/clock.ts';
import { Effect, effectIdOf } from '../../../../lambdas/shared/effects.ts';
import type { EffectId } from '../../../../lambdas/shared/ids.ts';
import { keys, loanSubject } from '../../../../lambdas/shared/table.ts';
import { type FakeKernel, fakeKernel, ledgerOf } from '../../../support/fake-kernel.ts';
import { borrower, eventId, loanId } from '../loan-on-file.ts';

const effectId = effectIdOf({ eventId: eventId(1), channel: 'EMAIL', recipientId: borrower });

let kernel: FakeKernel;
beforeEach(() => {
  kernel = fakeKernel();
});

async function putEffect(status: Effect['status']): Promise<void> {
  const startedAt = kernel.clock.now();
  const effect: Effect = {
    loanId,
    effectId,
    channel: 'EMAIL',
    recipientId: borrower,
    about: 'invitation',
    status,
    attempts: 1,
    startedAt,
    leaseUntil: addMs(startedAt, 60_000),
  };
  await kernel.storage.write({ kind: 'put', item: { ...keys.effect(loanId, effectId), ...effect } });
}

const hear = (detailType = 'Email Sent', of: EffectId = effectId) => {
  const tags = { effectId: [of] as [EffectId], loanId: [loanId] as [typeof loanId] };
  return onMailEvent(
    { 'detail-type': detailType, id: 'event-1', detail: { mail: { messageId: 'ses-7', tags } } },
    kernel,
  );
};
const kept = async () => Effect.parse(await kernel.storage.get(keys.effect(loanId, effectId)));

it('settles a mail whose call got no answer, once its lease is over', async () => {
  await putEffect('PENDING');
  kernel.clock.advance(60_000);
  await hear();
  expect(await kept()).toMatchObject({ status: 'DONE', externalId: 'ses-7' });
});

it('settles a mail that had become uncertain', async () => {
  await putEffect('UNCERTAIN');
  kernel.clock.advance(600_000);
  await hear('Email Delivered');
  expect(await kept()).toMatchObject({ status: 'DONE' });
});

it('leaves a mail to whoever is still sending it, and notes that it went out, should they die', async () => {
  await putEffect('PENDING');
  await hear();
  expect(await kept()).toMatchObject({ status: 'PENDING', externalId: 'ses-7' });
  expect(ledgerOf(kernel.storage, loanSubject(loanId))).toEqual([]);
});

it('heard twice writes one entry', async () => {
  await putEffect('PENDING');
  kernel.clock.advance(60_000);
  await hear();
  await hear('Email Bounced');
  expect(ledgerOf(kernel.storage, loanSubject(loanId))).toHaveLength(1);
});

it('lets the mail of another stage pass', async () => {
  await hear('Email Sent', effectIdOf({ eventId: eventId(2), channel: 'EMAIL', recipientId: borrower }));
  expect(kernel.storage.all()).toEqual([]);
});
