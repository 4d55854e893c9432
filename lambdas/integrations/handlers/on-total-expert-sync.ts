import * as z from 'zod';
import { readEnv } from '../../shared/env.ts';
import { queueFunction, sqsDeadLetters } from '../../shared/queue.ts';
import type { SendDeps } from '../adapters/send-record.ts';
import { syncLoan } from '../adapters/sync-loan.ts';
import { TotalExpertEnv, wireTotalExpert } from '../adapters/wire-total-expert.ts';
import { SyncNews } from '../contracts.ts';

const consumer = 'integrations-on-total-expert-sync';

/** A loan changed: what Total Expert holds follows what the table says now, not what the event said then. */
export async function onTotalExpertSync(news: SyncNews, deps: SendDeps): Promise<void> {
  const { correlationId, data } = news.detail;
  const retryRefused = news['detail-type'] === 'SyncDue';
  await syncLoan(deps, data.loanId, { actor: `system:${consumer}`, correlationId, retryRefused });
}

const Env = TotalExpertEnv.extend({ DEAD_LETTER_QUEUE_URL: z.string() });
export type Env = z.input<typeof Env>;

function wire() {
  const env = readEnv(Env);
  return { ...wireTotalExpert(env), deadLetterQueueUrl: env.DEAD_LETTER_QUEUE_URL };
}

export const handler = queueFunction({
  consumer,
  message: SyncNews,
  wire,
  run: onTotalExpertSync,
  deadLetters: ({ deadLetterQueueUrl }) => sqsDeadLetters(deadLetterQueueUrl),
});
