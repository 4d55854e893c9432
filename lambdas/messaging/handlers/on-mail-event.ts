import * as z from 'zod';
import { Effect, noteReport, noteUndelivered, settleByReport } from '../../shared/effects.ts';
import { KernelEnv, readEnv } from '../../shared/env.ts';
import { unavailable } from '../../shared/errors.ts';
import { idSchema, LoanIdSchema } from '../../shared/ids.ts';
import { type Kernel, wireKernel } from '../../shared/kernel.ts';
import { countMetric } from '../../shared/observability.ts';
import { queueFunction, sqsDeadLetters } from '../../shared/queue.ts';
import { keys } from '../../shared/table.ts';

const consumer = 'messaging-on-mail-event';

/** An SES event on the default bus; only the tags and the message's id are read. */
const Message = z.object({
  'detail-type': z.string(),
  id: z.string(),
  detail: z.object({
    mail: z.object({
      messageId: z.string(),
      tags: z.object({ effectId: z.tuple([idSchema('eff')]), loanId: z.tuple([LoanIdSchema]) }),
    }),
    bounce: z.object({ bounceType: z.string() }).optional(),
  }),
});

/** Of a transient bounce SES tries again by itself. */
const isUndelivered = ({ 'detail-type': type, detail: { bounce } }: z.output<typeof Message>): boolean =>
  type === 'Email Rejected' || (type === 'Email Bounced' && bounce?.bounceType !== 'Transient');

/**
 * SES tells what became of a mail: proof that it was sent, for an effect whose call got no answer; that it did not arrive,
 * for the staff who look at the loan's messages.
 */
export async function onMailEvent(message: z.output<typeof Message>, kernel: Kernel): Promise<void> {
  const { messageId, tags } = message.detail.mail;
  const [effectId] = tags.effectId;
  const [loanId] = tags.loanId;
  const item = await kernel.storage.get(keys.effect(loanId, effectId));
  if (!item) return; // the loan of another stage that shares the account's bus
  if (message['detail-type'] === 'Email Bounced' && isUndelivered(message)) countMetric('MailsBounced');
  const effect = Effect.parse(item);
  const stillCalling = effect.status === 'PENDING' && kernel.clock.now() < effect.leaseUntil;
  const undelivered = isUndelivered(message);
  if (stillCalling) {
    // Whoever sent it settles it; should it die first, its next delivery finds what was told here.
    await noteReport(kernel, effect, messageId);
    if (undelivered) throw unavailable('EffectInFlight', 'its sender is still at it', { effectId });
    return;
  }
  const by = { actor: `system:${consumer}`, correlationId: message.id } as const;
  await settleByReport(kernel, effect, { externalId: messageId, ...by });
  if (undelivered) await noteUndelivered(kernel, effect, by);
}

const Env = KernelEnv.extend({ DEAD_LETTER_QUEUE_URL: z.string() });
export type Env = z.input<typeof Env>;

function wire() {
  const env = readEnv(Env);
  return { ...wireKernel(env), deadLetterQueueUrl: env.DEAD_LETTER_QUEUE_URL };
}

export const handler = queueFunction({
  consumer,
  message: Message,
  wire,
  run: onMailEvent,
  deadLetters: ({ deadLetterQueueUrl }) => sqsDeadLetters(deadLetterQueueUrl),
});
