import { missing } from '../../shared/errors.ts';
import type { ContactId } from '../../shared/ids.ts';
import { parseAs } from '../../shared/parse.ts';
import type { Storage } from '../../shared/storage.ts';
import { keys } from '../../shared/table.ts';
import { ContactChannels } from '../../shared/views/contact-channels.v1.ts';
import { LoanSummary } from '../../shared/views/loan-summary.v1.ts';

export async function getSummary(storage: Storage, loanId: string): Promise<LoanSummary> {
  const item = await storage.get(keys.loanSummary(loanId));
  if (!item) throw missing('LoanNotFound', 'the loan is not there yet', { loanId });
  return parseAs(LoanSummary, item, 'loan-summary view');
}

export async function getChannels(storage: Storage, contactId: ContactId): Promise<ContactChannels> {
  const item = await storage.get(keys.contactChannels(contactId));
  if (!item) throw missing('ContactNotFound', 'the contact has no channels yet', { contactId });
  return parseAs(ContactChannels, item, 'contact-channels view');
}
