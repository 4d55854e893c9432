import { dateIn } from '../../shared/calendar.ts';
import type { Instant } from '../../shared/clock.ts';
import { unavailable } from '../../shared/errors.ts';
import type { Storage } from '../../shared/storage.ts';
import { keys } from '../../shared/table.ts';
import { ContactChannels } from '../../shared/views/contact-channels.v1.ts';
import { LoanSummary } from '../../shared/views/loan-summary.v1.ts';
import type { Document } from '../domain/document.ts';
import type { DocumentType } from '../domain/document-reading.ts';
import type { LoanFacts } from '../domain/reconcile/finding.ts';

/** One person's own: another borrower's name on it is not this borrower's document. */
const personal = new Set<DocumentType>(['pay-stub', 'w2', 'driver-licence']);

/** What the loan says of its borrowers, as a document of each type is held against it; freshness counts from the day of asking. */
export async function loanWords(
  storage: Storage,
  { loanId, ownerContactId, requestedAt }: Document,
  zone: string,
): Promise<(type: DocumentType) => LoanFacts> {
  const item = await storage.get(keys.loanSummary(loanId));
  if (!item) throw unavailable('Unavailable', 'the loan summary is not there');
  const { borrowers } = LoanSummary.parse(item);
  const people = await Promise.all(
    borrowers.map(async ({ contactId }) => {
      const channels = ContactChannels.parse(await storage.get(keys.contactChannels(contactId)));
      return { contactId, fullName: `${channels.firstName} ${channels.lastName}` };
    }),
  );
  const owner = borrowers.find(({ contactId }) => contactId === ownerContactId);
  const stated = {
    ...(owner?.employerName === undefined ? {} : { employerName: owner.employerName }),
    ...(owner?.statedMonthlyIncomeCents === undefined
      ? {}
      : { statedMonthlyIncomeCents: owner.statedMonthlyIncomeCents }),
    asOf: dateIn(zone, requestedAt as Instant),
  };
  return (type) => ({
    ...stated,
    borrowers: people.filter(({ contactId }) => !personal.has(type) || contactId === ownerContactId),
  });
}
