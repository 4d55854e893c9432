import { parseAs } from '../../shared/parse.ts';
import type { Envelopes } from '../../shared/pii.ts';
import type { Storage } from '../../shared/storage.ts';
import { contactSubject, keys } from '../../shared/table.ts';
import { ContactChannels } from '../../shared/views/contact-channels.v1.ts';
import { SealedIdentity } from '../../shared/views/sealed-identity.v1.ts';
import type { Applicant } from './employment-verifier.ts';

/** The person as a provider must be told; undefined without a social security number, which no provider searches without. */
export async function getApplicant(
  storage: Storage,
  envelopes: Envelopes,
  contactId: string,
): Promise<Applicant | undefined> {
  const [channels, identity] = await Promise.all([
    storage.get(keys.contactChannels(contactId)),
    storage.get(keys.contact(contactId)),
  ]);
  if (!channels || !identity) return undefined;
  const { firstName, lastName } = parseAs(ContactChannels, channels, 'contact-channels view');
  const { sealed } = parseAs(SealedIdentity, identity, 'sealed-identity view');
  if (sealed.ssn === undefined) return undefined;
  const envelope = await envelopes.of(contactSubject(contactId));
  return {
    firstName,
    lastName,
    ssn: envelope.open('ssn', sealed.ssn),
    birthOn: sealed.birthOn === undefined ? undefined : envelope.open('birthOn', sealed.birthOn),
  };
}
