import * as z from 'zod';
import { KernelEnv, readEnv } from '../../shared/env.ts';
import type { DocumentType } from '../../shared/document-types.ts';
import { busMessage, type Told, tell } from '../../shared/events/event.ts';
import { documentAccepted } from '../../shared/events/document-accepted.v1.ts';
import { incomeVerificationOrdered } from '../../shared/events/income-verification-ordered.v1.ts';
import { incomeVerified } from '../../shared/events/income-verified.v1.ts';
import { loanStageChanged } from '../../shared/events/loan-stage-changed.v1.ts';
import { loanUpdated } from '../../shared/events/loan-updated.v1.ts';
import { needOpened } from '../../shared/events/need-opened.v1.ts';
import type { ContactId } from '../../shared/ids.ts';
import { type Kernel, wireKernel } from '../../shared/kernel.ts';
import { queueFunction, sqsDeadLetters } from '../../shared/queue.ts';
import type { Write } from '../../shared/storage.ts';
import { loanSubject } from '../../shared/table.ts';
import { againWhileIncomeMoves } from '../adapters/again.ts';
import { getIncomeFile, type IncomeFile } from '../adapters/income-file.ts';
import { incomeWrites, inStageRead, verificationWrite } from '../adapters/income-writes.ts';
import { planOrders } from '../domain/plan-order.ts';

const consumer = 'income-on-income-evidence';

const Message = z.union([
  busMessage(documentAccepted),
  busMessage(loanStageChanged),
  busMessage(loanUpdated),
  busMessage(needOpened),
]);
type Message = z.output<typeof Message>;

/** What may change a borrower's income or the right to verify it: orders the record once, and works the income out anew. */
export async function onIncomeEvidence(message: Message, kernel: Kernel): Promise<void> {
  const { id: eventId, correlationId, data } = message.detail;
  if (!bears(message)) return;
  await againWhileIncomeMoves(async () => {
    const file = await getIncomeFile(kernel.storage, data.loanId);
    const outcomes = concerned(message, file).map((contactId) => weigh(kernel, file, contactId));
    const writes = outcomes.flatMap((outcome) => outcome.writes);
    const events = [...outcomes.flatMap((outcome) => outcome.events), ...toldAgain(message, file)];
    if (writes.length === 0 && events.length === 0) return;
    await kernel.commit({
      subject: loanSubject(data.loanId),
      actor: `system:${consumer}`,
      correlationId,
      action: 'IncomeEvidenceWeighed',
      facts: {
        event: message['detail-type'],
        ordered: outcomes.flatMap(({ ordered }) => ordered),
        calculated: outcomes.flatMap(({ calculated }) => calculated),
      },
      writes: [...writes, inStageRead(file.summary)],
      events,
      once: { consumer, eventId },
    });
  });
}

const bearing: ReadonlySet<DocumentType> = new Set(['pay-stub', 'w2', 'form-1040']);

function bears(message: Message): boolean {
  switch (message['detail-type']) {
    case 'DocumentAccepted.v1':
      return message.detail.data.types.some((type) => bearing.has(type));
    case 'LoanStageChanged.v1':
      return message.detail.data.to === 'PROCESSING';
    case 'NeedOpened.v1':
      return message.detail.data.kind === 'income-verification';
    case 'LoanUpdated.v1':
      return true;
  }
}

function concerned(message: Message, { summary }: IncomeFile): ContactId[] {
  const borrowers = summary.borrowers.map(({ contactId }) => contactId);
  return message['detail-type'] === 'DocumentAccepted.v1'
    ? borrowers.filter((contactId) => contactId === message.detail.data.ownerContactId)
    : borrowers;
}

/** A need that was opened after the income had been verified would wait for an event that is past. */
function toldAgain(message: Message, { incomes }: IncomeFile): Told[] {
  if (message['detail-type'] !== 'NeedOpened.v1') return [];
  const { loanId, contactId } = message.detail.data;
  return incomes
    .filter((income) => income.contactId === contactId && income.outcome === 'AGREES')
    .map((income) =>
      tell(incomeVerified, {
        loanId,
        contactId: income.contactId,
        calculationId: income.calculationId,
        outcome: 'AGREES',
      }),
    );
}

interface Outcome {
  writes: Write[];
  events: Told[];
  ordered: string[];
  calculated: string[];
}

function weigh({ clock, ids }: Kernel, file: IncomeFile, contactId: ContactId): Outcome {
  const at = clock.now();
  const { summary, facts, verifications } = file;
  const ordered = planOrders({ summary, contactId, facts, verifications, at, by: `system:${consumer}` });
  const weighing = incomeWrites(file, contactId, at, () => ids.next('calc'));
  const orders = ordered.map(({ loanId, verificationId }) =>
    tell(incomeVerificationOrdered, { loanId, contactId, verificationId }),
  );
  return {
    writes: [...ordered.map((verification) => verificationWrite(verification)), ...weighing.writes],
    events: [...weighing.events, ...orders],
    ordered: ordered.map(({ verificationId }) => verificationId),
    calculated: weighing.calculation ? [weighing.calculation.calculationId] : [],
  };
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
  run: onIncomeEvidence,
  deadLetters: ({ deadLetterQueueUrl }) => sqsDeadLetters(deadLetterQueueUrl),
});
