import { News } from '../../../lambdas/messaging/domain/news.ts';
import { detailType, type EventDefinition } from '../../../lambdas/shared/events/event.ts';
import type { ContactId, EventId } from '../../../lambdas/shared/ids.ts';
import type { Storage } from '../../../lambdas/shared/storage.ts';
import { keys } from '../../../lambdas/shared/table.ts';
import { contactChannelsView } from '../../../lambdas/shared/views/contact-channels.v1.ts';
import { type LoanSummary, loanSummaryView } from '../../../lambdas/shared/views/loan-summary.v1.ts';
import { type Need, needView } from '../../../lambdas/shared/views/need.v1.ts';

export const loanId = loanSummaryView.example.loanId;
export const borrower = 'cont_01JD0000000000000000000002' as ContactId;
export const coBorrower = 'cont_01JD0000000000000000000003' as ContactId;
export const agent = 'cont_01JD0000000000000000000004' as ContactId;

export const summary: LoanSummary = {
  ...loanSummaryView.example,
  borrowers: [{ contactId: borrower }, { contactId: coBorrower }],
  agentContactId: agent,
};

export const need = (overrides: Partial<Need>): Need => ({ ...needView.example, ...overrides });

/** An event as it comes out of a queue. */
export function message<Data>(event: EventDefinition<Data>, data: Data, id = eventId(1)): News {
  const detail = {
    id,
    at: '2026-11-21T15:00:00.000Z',
    correlationId: 'corr-test-1',
    actor: 'system:test',
    data,
  };
  return News.parse({ 'detail-type': detailType(event), detail });
}

export const eventId = (number: number): EventId =>
  `evt_01JD00000000000000000000${String(number).padStart(2, '0')}`;

/** The loan with three people whom it concerns. */
export async function putLoan(storage: Storage, loan: LoanSummary = summary): Promise<void> {
  await storage.write({ kind: 'put', item: { ...keys.loanSummary(loanId), ...loan } });
  for (const [contactId, firstName] of [
    [borrower, 'Avery'],
    [coBorrower, 'Blake'],
    [agent, 'Casey'],
  ] as const) {
    const email = `${firstName.toLowerCase()}.sample@example.com`;
    const channels = { ...contactChannelsView.example, contactId, firstName, email };
    await storage.write({ kind: 'put', item: { ...keys.contactChannels(contactId), ...channels } });
  }
}

export async function putNeed(storage: Storage, given: Need): Promise<void> {
  await storage.write({ kind: 'put', item: { ...keys.need(loanId, given.needId), ...given } });
}
