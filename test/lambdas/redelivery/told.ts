import { onTotalExpertSync } from '../../../lambdas/integrations/handlers/on-total-expert-sync.ts';
import { onLoanNews } from '../../../lambdas/messaging/handlers/on-loan-news.ts';
import { onMailEvent } from '../../../lambdas/messaging/handlers/on-mail-event.ts';
import { Effect } from '../../../lambdas/shared/effects.ts';
import { documentAccepted } from '../../../lambdas/shared/events/document-accepted.v1.ts';
import { loanOpened } from '../../../lambdas/shared/events/loan-opened.v1.ts';
import { loanStageChanged } from '../../../lambdas/shared/events/loan-stage-changed.v1.ts';
import { fakeKernel } from '../../support/fake-kernel.ts';
import { fakePlatform } from '../integrations/fake-platform.ts';
import * as synced from '../integrations/loan-on-file.ts';
import { testPace } from '../integrations/test-pace.ts';
import { fakeMailer } from '../messaging/fake-mailer.ts';
import { borrower, message as news, putLoan } from '../messaging/loan-on-file.ts';
import type { Redelivery } from './redelivery.ts';

const sender = { brandName: 'Example Lender', nmlsId: '0000000', portal: 'https://portal.example' };

/** SES knows what became of a mail whose answer was lost. A mail is sent or not: the mail service dedupes nothing. */
async function mailed(message: ReturnType<typeof news>, fate?: 'answer-lost') {
  const kernel = fakeKernel();
  const mailer = fakeMailer();
  if (fate !== undefined) mailer.next.push(fate);
  await putLoan(kernel.storage);
  const run = (given: never) => onLoanNews(given, { ...kernel, mailer, sender });
  return { kernel, mailer, message, run, effects: () => [...mailer.outbox] };
}
const accepted = news(documentAccepted, { ...documentAccepted.example, ownerContactId: borrower });

async function mailEvent(type: 'Email Delivered' | 'Email Bounced') {
  const { kernel, mailer, message, run } = await mailed(accepted, 'answer-lost');
  await run(message as never).catch(() => undefined);
  kernel.clock.advance(10 * 60_000);
  const effect = kernel.storage.all().find(({ sk }) => sk.startsWith('EFFECT#'));
  const { effectId, loanId } = Effect.parse(effect);
  const mail = { messageId: 'ses-1', tags: { effectId: [effectId], loanId: [loanId] } };
  const bounce = type === 'Email Bounced' ? { bounce: { bounceType: 'Permanent' } } : {};
  return {
    kernel,
    message: { 'detail-type': type, id: 'event-1', detail: { mail, ...bounce } },
    run: (given: never) => onMailEvent(given, kernel),
    effects: () => [...mailer.outbox],
  };
}

async function told(message: ReturnType<typeof synced.message>) {
  const kernel = fakeKernel();
  const platform = fakePlatform();
  await synced.putLoan(kernel.storage);
  const deps = { ...kernel, platform, pace: testPace(kernel.clock) };
  const run = (given: never) => onTotalExpertSync(given, deps);
  return {
    kernel,
    message,
    run,
    effects: () => ({ changes: [...platform.changes], kept: platform.records }),
  };
}

export const toldRedeliveries: readonly Redelivery[] = [
  { queue: 'messaging-loan-news', about: 'an accepted document', begin: () => mailed(accepted) },
  {
    queue: 'messaging-loan-news',
    about: 'a stage that concerns three people',
    begin: () => mailed(news(loanStageChanged, loanStageChanged.example)),
  },
  {
    queue: 'messaging-mail-event',
    about: 'a mail that arrived',
    begin: () => mailEvent('Email Delivered'),
  },
  { queue: 'messaging-mail-event', about: 'a mail that bounced', begin: () => mailEvent('Email Bounced') },
  {
    queue: 'integrations-total-expert-sync',
    about: 'a loan that was opened',
    begin: () => told(synced.message(loanOpened)),
  },
  {
    queue: 'integrations-total-expert-sync',
    about: 'a loan that moved',
    begin: () => told(synced.message(loanStageChanged)),
  },
];
