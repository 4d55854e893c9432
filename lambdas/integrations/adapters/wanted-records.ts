import type { Storage } from '../../shared/storage.ts';
import { contactRecord, loanRecord } from '../domain/total-expert-records.ts';
import type { RecordToSend } from '../domain/record-to-send.ts';
import type { ContactId } from '../../shared/ids.ts';
import { getChannels, getSummary } from './loan-views.ts';
import { getSynced } from './synced-records.ts';
import { partner } from '../domain/total-expert-account.ts';

/** A borrower as Total Expert should hold them, by what the table says now. */
export async function wantedContact(
  storage: Storage,
  loanId: string,
  contactId: ContactId,
): Promise<RecordToSend> {
  const [loan, channels] = await Promise.all([getSummary(storage, loanId), getChannels(storage, contactId)]);
  return contactRecord(channels, loan);
}

/** The loan as Total Expert should hold it; undefined while one of its borrowers is not there. */
export async function wantedLoan(storage: Storage, loanId: string): Promise<RecordToSend | undefined> {
  const loan = await getSummary(storage, loanId);
  const synced = await Promise.all(
    loan.borrowers.map(({ contactId }) =>
      getSynced(storage, { loanId: loan.loanId, partner, recordId: contactId }),
    ),
  );
  const [first, ...others] = synced.flatMap((record) => record?.externalId ?? []);
  return first === undefined || 1 + others.length < synced.length
    ? undefined
    : loanRecord(loan, [first, ...others]);
}
