import type { Mailer } from '../../../lambdas/messaging/adapters/mailer.ts';
import type { Mail } from '../../../lambdas/messaging/domain/letters.ts';
import { unavailable } from '../../../lambdas/shared/errors.ts';

export interface SentMail extends Mail {
  to: string;
  effectId: string;
}

export interface FakeMailer extends Mailer {
  outbox: SentMail[];
  /** What happens to the next mails: sent but the answer is lost, refused, or not reached at all. */
  next: ('answer-lost' | 'refused' | 'down')[];
}

/** A mail service that keeps what it sent, and never dedupes for us. */
export function fakeMailer(): FakeMailer {
  const outbox: SentMail[] = [];
  const next: FakeMailer['next'] = [];
  return {
    outbox,
    next,
    async send(to, mail, { effectId }) {
      const fate = next.shift();
      if (fate === 'refused') return { kind: 'refused', reasonCode: 'MessageRejected' };
      if (fate === 'down') throw unavailable('Unavailable', 'the mail service did not answer');
      outbox.push({ to, effectId, ...mail });
      if (fate === 'answer-lost') throw unavailable('Unavailable', 'the mail service did not answer');
      return { kind: 'done', externalId: `ses-${outbox.length}` };
    },
  };
}
