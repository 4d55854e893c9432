import * as z from 'zod';
import { conflict } from '../../shared/errors.ts';
import { type ContactId, ContactIdSchema } from '../../shared/ids.ts';
import type { Kernel } from '../../shared/kernel.ts';
import type { Envelopes } from '../../shared/pii.ts';
import type { Write } from '../../shared/storage.ts';
import { contactSubject, keys } from '../../shared/table.ts';

export interface NewContact {
  kind: 'borrower' | 'agent';
  firstName: string;
  lastName: string;
  email: string;
  phone?: string | undefined;
  ssn?: string | undefined;
  birthOn?: string | undefined;
}

export interface SealedFacts {
  hasSsn: boolean;
  hasBirthDate: boolean;
}

const EmailItem = z.object({ contactId: ContactIdSchema });
const ContactItem = z.object({
  contactId: ContactIdSchema,
  sealed: z.object({ ssn: z.string(), birthOn: z.string() }).partial(),
});

/**
 * The contact of an e-mail address: the one that is known, or a new one. Sealed fields are set, never blanked.
 * The writes join the caller's transaction; two openings at once for a new address: the second is told to try again.
 */
export async function contactWrites(
  { storage, macs, ids, clock }: Kernel,
  envelopes: Envelopes,
  person: NewContact,
): Promise<{ contactId: ContactId; writes: Write[] } & SealedFacts> {
  const emailKey = keys.email(await macs.mac('email', person.email.trim().toLowerCase()));
  const found = await storage.get(emailKey);
  if (found) {
    const { contactId } = EmailItem.parse(found);
    return { contactId, ...(await sealWrites(envelopes, storage, contactId, person)) };
  }
  const contactId = ids.next('cont');
  const { sealed, writes } = await sealedOf(envelopes, contactId, person);
  const { kind, firstName, lastName, email, phone } = person;
  const taken = () =>
    conflict('ContactOpenedMeanwhile', 'the address was taken by another request: try again');
  return {
    contactId,
    hasSsn: sealed.ssn !== undefined,
    hasBirthDate: sealed.birthOn !== undefined,
    writes: [
      { kind: 'put', item: { ...emailKey, contactId }, when: { exists: false }, otherwise: taken },
      {
        kind: 'put',
        item: {
          ...keys.contact(contactId),
          schemaVersion: 1,
          contactId,
          kind,
          sealed,
          createdAt: clock.now(),
        },
        when: { exists: false },
      },
      {
        kind: 'put',
        item: {
          ...keys.contactChannels(contactId),
          schemaVersion: 1,
          contactId,
          kind,
          firstName,
          lastName,
          email,
          phone,
        },
      },
      ...writes,
    ],
  };
}

/** Adds sealed fields to a known contact. */
export async function sealWrites(
  envelopes: Envelopes,
  storage: Kernel['storage'],
  contactId: ContactId,
  fields: { ssn?: string | undefined; birthOn?: string | undefined },
): Promise<{ writes: Write[] } & SealedFacts> {
  const item = await storage.get(keys.contact(contactId));
  const before = item ? ContactItem.parse(item).sealed : {};
  if (fields.ssn === undefined && fields.birthOn === undefined) {
    return { writes: [], hasSsn: before.ssn !== undefined, hasBirthDate: before.birthOn !== undefined };
  }
  const { sealed, writes } = await sealedOf(envelopes, contactId, fields);
  const after = { ...before, ...sealed };
  const set: Write = {
    kind: 'update',
    key: keys.contact(contactId),
    set: { sealed: after },
    when: { exists: true },
  };
  return {
    writes: [set, ...writes],
    hasSsn: after.ssn !== undefined,
    hasBirthDate: after.birthOn !== undefined,
  };
}

async function sealedOf(
  envelopes: Envelopes,
  contactId: ContactId,
  fields: { ssn?: string | undefined; birthOn?: string | undefined },
) {
  if (fields.ssn === undefined && fields.birthOn === undefined)
    return { sealed: {} as { ssn?: string; birthOn?: string }, writes: [] };
  const envelope = await envelopes.of(contactSubject(contactId));
  const sealed: { ssn?: string; birthOn?: string } = {
    ...(fields.ssn === undefined ? {} : { ssn: envelope.seal('ssn', fields.ssn) }),
    ...(fields.birthOn === undefined ? {} : { birthOn: envelope.seal('birthOn', fields.birthOn) }),
  };
  return { sealed, writes: envelope.writes };
}

/** Opens one sealed field; undefined where there is none. */
export async function openField(
  storage: Kernel['storage'],
  envelopes: Envelopes,
  contactId: ContactId,
  field: 'ssn' | 'birthOn',
) {
  const item = await storage.get(keys.contact(contactId));
  const sealed = item && ContactItem.parse(item).sealed[field];
  return sealed === undefined
    ? undefined
    : (await envelopes.of(contactSubject(contactId))).open(field, sealed);
}
