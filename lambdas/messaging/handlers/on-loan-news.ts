import * as z from 'zod';
import { type EffectRequest, performEffect } from '../../shared/effects.ts';
import { KernelEnv, readEnv } from '../../shared/env.ts';
import { type Kernel, wireKernel } from '../../shared/kernel.ts';
import { queueFunction, sqsDeadLetters } from '../../shared/queue.ts';
import { getChannels, getSummary, openNeedsOf } from '../adapters/addressees.ts';
import { type Mailer, sesMailer } from '../adapters/mailer.ts';
import { composeMail, type Sender } from '../domain/letters.ts';
import { News, plan, type Planned } from '../domain/news.ts';

const consumer = 'messaging-on-loan-news';

export interface Deps extends Kernel {
  mailer: Mailer;
  sender: Sender;
}

/** Loan and document news: each person it concerns gets one mail, however often the news comes. */
export async function onLoanNews(news: News, deps: Deps): Promise<void> {
  const { loanId } = news.detail.data;
  const summary = await getSummary(deps.storage, loanId);
  const letters = await plan(news, {
    summary,
    openNeeds: (contactId) => openNeedsOf(deps.storage, loanId, contactId),
  });
  // Every letter is tried before an error of one is passed on: a bad address must not silence the others.
  const outcomes = await Promise.allSettled(
    letters.map((letter) => performEffect(deps, mailEffect(letter, news, deps))),
  );
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
}

function mailEffect(
  { contactId, occasion, letter }: Planned,
  { detail }: News,
  { storage, mailer, sender }: Deps,
): EffectRequest {
  const { loanId } = detail.data;
  return {
    loanId,
    eventId: occasion,
    channel: 'EMAIL',
    recipientId: contactId,
    about: letter.about,
    actor: `system:${consumer}`,
    correlationId: detail.correlationId,
    async call({ effectId }) {
      const { email, firstName } = await getChannels(storage, contactId);
      return mailer.send(email, composeMail(letter, { firstName, loanId }, sender), { effectId, loanId });
    },
    // SES answers no question about a mail; its own events stand on the effect when they have come (`on-mail-event`).
    lookUp: async ({ externalId }) =>
      externalId === undefined ? { kind: 'unknown' } : { kind: 'done', externalId },
  };
}

const Env = KernelEnv.extend({
  DEAD_LETTER_QUEUE_URL: z.string(),
  MAIL_FROM: z.string(),
  CONFIGURATION_SET: z.string(),
  BRAND_NAME: z.string(),
  NMLS_ID: z.string(),
  PORTAL_ORIGIN: z.string(),
});
export type Env = z.input<typeof Env>;

function wire() {
  const env = readEnv(Env);
  const sender = { brandName: env.BRAND_NAME, nmlsId: env.NMLS_ID, portal: env.PORTAL_ORIGIN };
  return {
    ...wireKernel(env),
    mailer: sesMailer(env.MAIL_FROM, env.CONFIGURATION_SET),
    sender,
    deadLetterQueueUrl: env.DEAD_LETTER_QUEUE_URL,
  };
}

export const handler = queueFunction({
  consumer,
  message: News,
  wire,
  run: onLoanNews,
  deadLetters: ({ deadLetterQueueUrl }) => sqsDeadLetters(deadLetterQueueUrl),
});
