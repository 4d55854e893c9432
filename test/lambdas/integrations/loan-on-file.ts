import { SyncNews } from '../../../lambdas/integrations/contracts.ts';
import { detailType, type EventDefinition } from '../../../lambdas/shared/events/event.ts';
import type { ContactId } from '../../../lambdas/shared/ids.ts';
import type { Storage } from '../../../lambdas/shared/storage.ts';
import { indexKeys, keys } from '../../../lambdas/shared/table.ts';
import { contactChannelsView } from '../../../lambdas/shared/views/contact-channels.v1.ts';
import { type LoanSummary, loanSummaryView } from '../../../lambdas/shared/views/loan-summary.v1.ts';

export const loanId = loanSummaryView.example.loanId;
export const borrower = 'cont_01JD0000000000000000000002' as ContactId;
export const coBorrower = 'cont_01JD0000000000000000000003' as ContactId;

export const summary: LoanSummary = {
  ...loanSummaryView.example,
  borrowers: [{ contactId: borrower }, { contactId: coBorrower }],
};

export const channelsOf = (contactId: ContactId, firstName: string) => ({
  ...contactChannelsView.example,
  contactId,
  firstName,
  email: `${firstName.toLowerCase()}.sample@example.com`,
});

export async function putSummary(storage: Storage, changed: Partial<LoanSummary> = {}): Promise<void> {
  const loan = { ...summary, ...changed };
  await storage.write({ kind: 'put', item: { ...keys.loanSummary(loanId), ...loan } });
  const listed = indexKeys.pipeline(loan.stage, loan.stageChangedAt, loanId);
  await storage.write({ kind: 'put', item: { ...keys.loan(loanId), ...listed, loanId } });
}

export async function putContact(storage: Storage, contactId: ContactId, firstName: string): Promise<void> {
  const channels = channelsOf(contactId, firstName);
  await storage.write({ kind: 'put', item: { ...keys.contactChannels(contactId), ...channels } });
  const listed = indexKeys.contactLoans(contactId, loanId);
  await storage.write({ kind: 'put', item: { ...keys.party(loanId, contactId), ...listed, loanId } });
}

/** A loan with two borrowers. */
export async function putLoan(storage: Storage): Promise<void> {
  await putSummary(storage);
  await putContact(storage, borrower, 'Avery');
  await putContact(storage, coBorrower, 'Blake');
}

/** An event as it comes out of the queue. */
export function message<Data>(event: EventDefinition<Data>, data: Data = event.example): SyncNews {
  const id = 'evt_01JD0000000000000000000001';
  const detail = {
    id,
    at: '2026-11-21T15:00:00.000Z',
    correlationId: 'corr-test-1',
    actor: 'system:test',
    data,
  };
  return SyncNews.parse({ 'detail-type': detailType(event), detail });
}
