import * as z from 'zod';
import { conflict, unavailable } from '../../shared/errors.ts';
import { type ContactId, ContactIdSchema } from '../../shared/ids.ts';
import type { Kernel } from '../../shared/kernel.ts';
import type { Envelopes } from '../../shared/pii.ts';
import type { Write } from '../../shared/storage.ts';
import { contactSubject, keys } from '../../shared/table.ts';
import { guardedComparison, type Offer } from './guarded-comparison.ts';

export interface NewContact {
  kind: 'borrower' | 'agent';
  firstName: string;
  lastName: string;
  email: string;
  phone?: string | undefined;
  ssn?: string | undefined;
  birthOn?: string | undefined;
}

interface SealedFields {
  ssn?: string | undefined;
  birthOn?: string | undefined;
}
type SealedField = keyof SealedFields;
const sealedFields = ['ssn', 'birthOn'] as const satisfies SealedField[];

const EmailItem = z.object({ contactId: ContactIdSchema });
const ContactItem = z.object({
  contactId: ContactIdSchema,
  sealed: z.object({ ssn: z.string(), birthOn: z.string() }).partial(),
  /** Moves with the sealed fields. */
  sealedVersion: z.int().optional(),
});

/**
 * The contact of an e-mail address: the one that is known, or a new one.
 * The writes join the caller's transaction; two openings at once for a new address: the second is told to try again.
 */
export async function contactWrites(
  deps: Sealing,
  by: OfferedBy,
  person: NewContact,
): Promise<{ contactId: ContactId; writes: Write[] }> {
  const { storage, macs, ids, clock, envelopes } = deps;
  const emailKey = keys.email(await macs.mac('email', person.email.trim().toLowerCase()));
  const found = await storage.get(emailKey);
  if (found) {
    const { contactId } = EmailItem.parse(found);
    return { contactId, writes: await sealWrites(deps, by, contactId, person) };
  }
  const contactId = ids.next('cont');
  const { sealed, writes } = await sealedOf(envelopes, contactId, person);
  const { kind, firstName, lastName, email, phone } = person;
  const taken = () =>
    conflict('ContactOpenedMeanwhile', 'the address was taken by another request: try again');
  return {
    contactId,
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

/** Who offers sealed fields, with what it takes to compare them. */
export interface Sealing extends Kernel {
  envelopes: Envelopes;
}
export type OfferedBy = Pick<Offer, 'actor' | 'correlationId'>;

/**
 * Adds sealed fields to a known contact. What is on file stands: a value that differs from it is refused, or an address
 * alone would let one loan change, or read, what a person told another. `mayCorrect` names the fields that this loan's
 * own file has given before.
 * Errors: those of `guardedComparison`.
 */
export async function sealWrites(
  deps: Sealing,
  by: OfferedBy,
  contactId: ContactId,
  fields: SealedFields,
  mayCorrect: readonly SealedField[] = [],
): Promise<Write[]> {
  const given = sealedFields.filter((field) => fields[field] !== undefined);
  if (given.length === 0) return [];
  const { storage, envelopes } = deps;
  const item = ContactItem.parse(await storage.get(keys.contact(contactId)));
  const envelope = await envelopes.of(contactSubject(contactId));
  const differs = (field: SealedField) => {
    const known = item.sealed[field];
    return known !== undefined && envelope.open(field, known) !== fields[field];
  };
  const guarded = given.filter((field) => item.sealed[field] !== undefined && !mayCorrect.includes(field));
  if (guarded.length > 0)
    await guardedComparison(deps, { contactId, fields: guarded, ...by }, () => guarded.filter(differs));
  const wanted = given.filter((field) => item.sealed[field] === undefined || differs(field));
  if (wanted.length === 0) return [];
  const added = Object.fromEntries(wanted.map((field) => [field, envelope.seal(field, fields[field] ?? '')]));
  const changedMeanwhile = () => unavailable('Unavailable', 'the contact changed meanwhile: try again');
  const { sealedVersion } = item;
  const set: Write = {
    kind: 'update',
    key: keys.contact(contactId),
    set: { sealed: { ...item.sealed, ...added } },
    add: { sealedVersion: 1 },
    when: {
      exists: true,
      ...(sealedVersion === undefined
        ? { attributeAbsent: ['sealedVersion'] }
        : { equals: { sealedVersion } }),
    },
    otherwise: changedMeanwhile,
  };
  return [set, ...envelope.writes];
}

async function sealedOf(envelopes: Envelopes, contactId: ContactId, fields: SealedFields) {
  const given = sealedFields.filter((field) => fields[field] !== undefined);
  if (given.length === 0) return { sealed: {}, writes: [] };
  const envelope = await envelopes.of(contactSubject(contactId));
  const sealed = Object.fromEntries(given.map((field) => [field, envelope.seal(field, fields[field] ?? '')]));
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
