import { missing } from '../../shared/errors.ts';
import type { ContactId } from '../../shared/ids.ts';
import { parseAs } from '../../shared/parse.ts';
import type { Storage } from '../../shared/storage.ts';
import { keys, loanSubject } from '../../shared/table.ts';
import { ContactChannels } from '../../shared/views/contact-channels.v1.ts';
import { LoanSummary } from '../../shared/views/loan-summary.v1.ts';
import { Need } from '../../shared/views/need.v1.ts';

/** How to reach a contact; read at the moment of sending, kept nowhere else. */
export async function getChannels(storage: Storage, contactId: ContactId): Promise<ContactChannels> {
  const item = await storage.get(keys.contactChannels(contactId));
  if (!item) throw missing('ContactNotFound', 'the contact has no channels yet', { contactId });
  return parseAs(ContactChannels, item, 'contact-channels view');
}

export async function getSummary(storage: Storage, loanId: string): Promise<LoanSummary> {
  const item = await storage.get(keys.loanSummary(loanId));
  if (!item) throw missing('LoanNotFound', 'the loan is not there yet', { loanId });
  return parseAs(LoanSummary, item, 'loan-summary view');
}

export async function openNeedsOf(storage: Storage, loanId: string, contactId: string): Promise<Need[]> {
  const { items } = await storage.query(loanSubject(loanId), { prefix: 'NEED#' });
  return items
    .map((item) => parseAs(Need, item, 'need view'))
    .filter((need) => need.status === 'OPEN' && need.contactId === contactId);
}
