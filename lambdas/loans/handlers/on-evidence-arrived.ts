import * as z from 'zod';
import { addDays, dateIn } from '../../shared/calendar.ts';
import { KernelEnv, readEnv } from '../../shared/env.ts';
import { busMessage } from '../../shared/events/event.ts';
import { documentAccepted } from '../../shared/events/document-accepted.v1.ts';
import { incomeVerified } from '../../shared/events/income-verified.v1.ts';
import { needRequested } from '../../shared/events/need-requested.v1.ts';
import type { ContactId } from '../../shared/ids.ts';
import { type Kernel, wireKernel } from '../../shared/kernel.ts';
import { queueFunction, sqsDeadLetters } from '../../shared/queue.ts';
import type { Need } from '../../shared/views/need.v1.ts';
import { againWhileLoanMoves } from '../adapters/again.ts';
import { changeNeeds } from '../adapters/change-needs.ts';
import { getLoanFile, type LoanFile } from '../adapters/loan-file.ts';
import { isEnded } from '../domain/road.ts';
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
      events: [
        ...closed.map(tellClosed),
        ...opened.map((need) => (need.status === 'OPEN' ? tellOpened(need) : tellClosed(need))),
      ],
      once: { consumer, eventId },
    });
  });
}

function settle(
  message: Message,
  { loan, needs }: LoanFile,
  { ids, clock, zone }: Deps,
): { closed: Need[]; opened: Need[] } {
  const at = clock.now();
  /** Verified before the stage asked: kept, so that the stage need not ask. */
  const verifiedAhead = (of: LoanFile['loan'], contactId: ContactId): Need => {
    const asked = {
      kind: 'income-verification',
      contactId,
      dueOn: dateIn(zone, at),
      satisfied: true,
    } as const;
    return newNeed(of, ids.next('need'), { ...asked, reasonCode: 'verified-ahead' }, at);
  };
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
      if (outcome !== 'AGREES') return { closed: [], opened: [] };
      const open = openNeedLike(needs, 'income-verification', contactId);
      if (open) return { closed: [closedNeed(open, 'SATISFIED')], opened: [] };
      // Worked out anew from more documents it agrees once more: what this stay holds already is not kept twice.
      const known = needs.some(
        (need) =>
          need.kind === 'income-verification' &&
          need.contactId === contactId &&
          need.status === 'SATISFIED' &&
          need.stage === loan.stage &&
          need.entry === loan.entry,
      );
      return { closed: [], opened: known || isEnded(loan.stage) ? [] : [verifiedAhead(loan, contactId)] };
    }
    case 'NeedRequested.v1': {
      const { kind, contactId, reasonCode } = message.detail.data;
      if (isEnded(loan.stage) || openNeedLike(needs, kind, contactId)) return { closed: [], opened: [] };
      const dueOn = addDays(dateIn(zone, at), extraNeedDueInDays);
      return {
        closed: [],
        opened: [newNeed(loan, ids.next('need'), { kind, contactId, dueOn, reasonCode }, at)],
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
