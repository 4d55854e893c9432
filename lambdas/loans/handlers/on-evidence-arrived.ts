import * as z from 'zod';
import { addDays, dateIn } from '../../shared/calendar.ts';
import { KernelEnv, readEnv } from '../../shared/env.ts';
import { busMessage } from '../../shared/events/event.ts';
import { documentAccepted } from '../../shared/events/document-accepted.v1.ts';
import { incomeVerified } from '../../shared/events/income-verified.v1.ts';
import { needRequested } from '../../shared/events/need-requested.v1.ts';
import { type Kernel, wireKernel } from '../../shared/kernel.ts';
import { queueFunction, sqsDeadLetters } from '../../shared/queue.ts';
import type { Need } from '../../shared/views/need.v1.ts';
import { againWhileLoanMoves } from '../adapters/again.ts';
import { changeNeeds } from '../adapters/change-needs.ts';
import { getLoanFile, type LoanFile } from '../adapters/loan-file.ts';
import { closedNeed, coveredBy, newNeed, openNeedLike, tellClosed, tellOpened } from '../domain/needs.ts';

const consumer = 'loans-on-evidence-arrived';
const extraNeedDueInDays = 7;

const Message = z.union([
  busMessage(documentAccepted),
  busMessage(incomeVerified),
  busMessage(needRequested),
]);
type Message = z.output<typeof Message>;

export interface Deps extends Kernel {
  zone: string;
}

/** DocumentAccepted, IncomeVerified close the needs they settle; NeedRequested opens one unless the same is already asked. */
export async function onEvidenceArrived(message: Message, deps: Deps): Promise<void> {
  const { id: eventId, correlationId, data } = message.detail;
  await againWhileLoanMoves(async () => {
    const file = await getLoanFile(deps.storage, data.loanId);
    const { closed, opened } = settle(message, file, deps);
    await changeNeeds(deps, file, {
      actor: `system:${consumer}`,
      correlationId,
      action: 'EvidenceWeighed',
      facts: {
        event: message['detail-type'],
        closed: closed.map(({ needId }) => needId),
        opened: opened.map(({ needId }) => needId),
      },
      needs: [...closed, ...opened],
      events: [...closed.map(tellClosed), ...opened.map(tellOpened)],
      once: { consumer, eventId },
    });
  });
}

function settle(
  message: Message,
  { loan, needs }: LoanFile,
  { ids, clock, zone }: Deps,
): { closed: Need[]; opened: Need[] } {
  switch (message['detail-type']) {
    case 'DocumentAccepted.v1': {
      const { types, ownerContactId, documentId } = message.detail.data;
      return {
        closed: coveredBy(needs, types, ownerContactId).map((need) =>
          closedNeed(need, 'SATISFIED', documentId),
        ),
        opened: [],
      };
    }
    case 'IncomeVerified.v1': {
      const { contactId, outcome } = message.detail.data;
      const open = outcome === 'AGREES' ? openNeedLike(needs, 'income-verification', contactId) : undefined;
      return { closed: open ? [closedNeed(open, 'SATISFIED')] : [], opened: [] };
    }
    case 'NeedRequested.v1': {
      const { kind, contactId, reasonCode } = message.detail.data;
      if (openNeedLike(needs, kind, contactId)) return { closed: [], opened: [] };
      const dueOn = addDays(dateIn(zone, clock.now()), extraNeedDueInDays);
      return {
        closed: [],
        opened: [newNeed(loan, ids.next('need'), { kind, contactId, dueOn, reasonCode }, clock.now())],
      };
    }
  }
}

const Env = KernelEnv.extend({ DEAD_LETTER_QUEUE_URL: z.string() });
export type Env = z.input<typeof Env>;

function wire() {
  const env = readEnv(Env);
  return { ...wireKernel(env), zone: env.LENDER_ZONE, deadLetterQueueUrl: env.DEAD_LETTER_QUEUE_URL };
}

export const handler = queueFunction({
  consumer,
  message: Message,
  wire,
  run: onEvidenceArrived,
  deadLetters: ({ deadLetterQueueUrl }) => sqsDeadLetters(deadLetterQueueUrl),
});
