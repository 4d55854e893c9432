import { parseAs } from '../../shared/parse.ts';
import type { Envelopes } from '../../shared/pii.ts';
import type { Storage } from '../../shared/storage.ts';
import { contactSubject, keys } from '../../shared/table.ts';
import { ContactChannels } from '../../shared/views/contact-channels.v1.ts';
import type { LoanSummary } from '../../shared/views/loan-summary.v1.ts';
import { SealedIdentity } from '../../shared/views/sealed-identity.v1.ts';
import type { Applicant } from './employment-verifier.ts';

type Borrower = Pick<LoanSummary['borrowers'][number], 'contactId' | 'hasSsn' | 'hasBirthDate'>;

/**
 * The person as a provider must be told; undefined without a social security number, which no provider searches without.
 * Only what was given for this loan is opened: what the person told another is not this order's to use.
 */
export async function getApplicant(
  storage: Storage,
  envelopes: Envelopes,
  { contactId, hasSsn, hasBirthDate }: Borrower,
): Promise<Applicant | undefined> {
  if (hasSsn !== true) return undefined;
  const [channels, identity] = await Promise.all([
    storage.get(keys.contactChannels(contactId)),
    storage.get(keys.contact(contactId)),
  ]);
  if (!channels || !identity) return undefined;
  const { firstName, lastName } = parseAs(ContactChannels, channels, 'contact-channels view');
  const { sealed } = parseAs(SealedIdentity, identity, 'sealed-identity view');
  if (sealed.ssn === undefined) return undefined;
  const envelope = await envelopes.of(contactSubject(contactId));
  const isBirthOpen = hasBirthDate === true && sealed.birthOn !== undefined;
  return {
    firstName,
    lastName,
    ssn: envelope.open('ssn', sealed.ssn),
    birthOn: isBirthOpen ? envelope.open('birthOn', sealed.birthOn ?? '') : undefined,
  };
}
