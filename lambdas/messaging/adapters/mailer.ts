import { SESv2Client, SESv2ServiceException, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { CallOutcome } from '../../shared/effects.ts';
import { unavailable } from '../../shared/errors.ts';
import type { Mail } from '../domain/letters.ts';

export interface Mailer {
  /** Tagged with the effect: its delivery events name it. Throws `Unavailable` when it is not known whether the mail went out. */
  send(to: string, mail: Mail, tags: { effectId: string; loanId: string }): Promise<CallOutcome>;
}

/** Refusals that asking again cannot mend; nothing was sent. */
const refusals = new Set([
  'MessageRejected',
  'MailFromDomainNotVerifiedException',
  'BadRequestException',
  'AccountSuspendedException',
]);

/** SES takes no more for now; nothing was sent. */
const notTaken = new Set(['TooManyRequestsException', 'LimitExceededException', 'SendingPausedException']);

/** Whatever else SES answers with a 4xx (a role without the right, a configuration set that is gone) sent nothing, and is ours to mend. */
const isTurnedAway = (error: unknown): boolean =>
  error instanceof SESv2ServiceException && Math.trunc((error.$metadata.httpStatusCode ?? 0) / 100) === 4;

export function sesMailer(
  from: string,
  configurationSet: string,
  ses = new SESv2Client({ maxAttempts: 1 }),
): Mailer {
  return {
    async send(to, { subject, text, html }, { effectId, loanId }) {
      const command = new SendEmailCommand({
        FromEmailAddress: from,
        Destination: { ToAddresses: [to] },
        ConfigurationSetName: configurationSet,
        EmailTags: [
          { Name: 'effectId', Value: effectId },
          { Name: 'loanId', Value: loanId },
        ],
        Content: {
          Simple: { Subject: { Data: subject }, Body: { Text: { Data: text }, Html: { Data: html } } },
        },
      });
      try {
        const { MessageId } = await ses.send(command);
        return { kind: 'done', externalId: MessageId ?? 'no-id' };
      } catch (error) {
        const name = error instanceof Error ? error.name : 'unknown';
        if (refusals.has(name)) return { kind: 'refused', reasonCode: name };
        if (notTaken.has(name) || isTurnedAway(error)) return { kind: 'not-taken' };
        throw unavailable('Unavailable', 'the mail service did not answer', { cause: name }, error);
      }
    },
  };
}
