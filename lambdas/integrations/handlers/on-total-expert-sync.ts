import * as z from 'zod';
import { readEnv } from '../../shared/env.ts';
import { LoanIdSchema, type LoanId } from '../../shared/ids.ts';
import { queueFunction, sqsDeadLetters } from '../../shared/queue.ts';
import { loansOf } from '../adapters/loan-views.ts';
import type { SendDeps } from '../adapters/send-record.ts';
import { syncLoan } from '../adapters/sync-loan.ts';
import { TotalExpertEnv, wireTotalExpert } from '../adapters/wire-total-expert.ts';
import { SyncNews } from '../contracts.ts';

const consumer = 'integrations-on-total-expert-sync';

/** A loan or a contact changed: what Total Expert holds follows what the table says now, not what the event said then. */
export async function onTotalExpertSync(news: SyncNews, deps: SendDeps): Promise<void> {
  const { correlationId } = news.detail;
  const retryRefused = news['detail-type'] === 'SyncDue';
  for (const loanId of await loansConcerned(news, deps)) {
    await syncLoan(deps, loanId, { actor: `system:${consumer}`, correlationId, retryRefused });
  }
}

async function loansConcerned({ detail: { data } }: SyncNews, { storage }: SendDeps): Promise<LoanId[]> {
  if (data.loanId !== undefined) return [data.loanId];
  const loans = 'contactId' in data ? await loansOf(storage, data.contactId) : [];
  return loans.map((loanId) => LoanIdSchema.parse(loanId));
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
