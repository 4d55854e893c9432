import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { onMailEvent } from '../../../../lambdas/messaging/handlers/on-mail-event.ts';
import { addMs } from '../../../../lambdas/shared/clock.ts';
import { Effect, effectIdOf } from '../../../../lambdas/shared/effects.ts';
import type { EffectId } from '../../../../lambdas/shared/ids.ts';
import { keys, loanSubject } from '../../../../lambdas/shared/table.ts';
import { type FakeKernel, fakeKernel, ledgerOf } from '../../../support/fake-kernel.ts';
import { capturedLines } from '../../../support/captured-lines.ts';
import { borrower, eventId, loanId } from '../loan-on-file.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

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

const hear = (detailType = 'Email Sent', of: EffectId = effectId, bounceType = 'Permanent') => {
  const tags = { effectId: [of] as [EffectId], loanId: [loanId] as [typeof loanId] };
  return onMailEvent(
    {
      'detail-type': detailType,
      id: 'event-1',
      detail: {
        mail: { messageId: 'ses-7', tags },
        ...(detailType === 'Email Bounced' ? { bounce: { bounceType } } : {}),
      },
    },
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
  await hear('Email Delivered');
  expect(ledgerOf(kernel.storage, loanSubject(loanId))).toHaveLength(1);
});

it.each(['Email Bounced', 'Email Rejected'])('notes once that a mail did not arrive (%s)', async (type) => {
  await putEffect('DONE');
  await hear(type);
  await hear(type);
  expect(await kept()).toMatchObject({ status: 'DONE', undelivered: true });
  const entries = ledgerOf(kernel.storage, loanSubject(loanId));
  expect(entries.map(({ action }) => action)).toEqual(['EffectUndelivered']);
});

it('comes again for a bounce that is told before the sender has settled the mail', async () => {
  await putEffect('PENDING');
  await expect(hear('Email Bounced')).rejects.toMatchObject({ code: 'EffectInFlight', kind: 'unavailable' });
  kernel.clock.advance(60_000);
  await hear('Email Bounced');
  expect(await kept()).toMatchObject({ status: 'DONE', externalId: 'ses-7', undelivered: true });
});

it('takes a transient bounce for none: SES tries again by itself', async () => {
  await putEffect('DONE');
  await hear('Email Bounced', effectId, 'Transient');
  expect((await kept()).undelivered).toBeUndefined();
});

it('lets the mail of another stage pass', async () => {
  await hear('Email Sent', effectIdOf({ eventId: eventId(2), channel: 'EMAIL', recipientId: borrower }));
  expect(kernel.storage.all()).toEqual([]);
});

it('counts a bounce of our own stage alone, and none that SES tries again', async () => {
  vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'false');
  const lines = capturedLines();
  await hear('Email Bounced', effectIdOf({ eventId: eventId(2), channel: 'EMAIL', recipientId: borrower }));
  await putEffect('DONE');
  await hear('Email Bounced', effectId, 'Transient');
  expect(lines.join('')).not.toContain('MailsBounced');
  await hear('Email Bounced');
  expect(lines.join('')).toContain('MailsBounced');
});
