import * as z from 'zod';

const Text = z.string().min(1).max(120);

/** Someone employed by a participant, with how much the consumer deals with them. */
const PersonSchema = z.strictObject({
  name: Text,
  nmlsId: Text.optional(),
  /** A licence or other unique identifier of the state. */
  licenseId: Text.optional(),
  email: z.email().optional(),
  phone: Text.optional(),
  /** How often they deal with the consumer; only the order counts. */
  interactions: z.int().nonnegative().default(0),
});

export const ContactSchema = z.strictObject({
  role: z.enum([
    'Lender',
    'Mortgage Broker',
    'Real Estate Broker (B)',
    'Real Estate Broker (S)',
    'Settlement Agent',
  ]),
  name: Text,
  address: Text.optional(),
  nmlsId: Text.optional(),
  licenseId: Text.optional(),
  /** The state of the licence, `OH`. */
  licenseState: z
    .string()
    .regex(/^[A-Z]{2}$/, 'a state is two letters')
    .optional(),
  people: z.array(PersonSchema).default([]),
});
export type Contact = z.infer<typeof ContactSchema>;
type Person = Contact['people'][number];

export interface ContactColumn {
  role: Contact['role'];
  name: string;
  address?: string;
  nmlsId?: string;
  /** `OH License ID` stands before it on the form. */
  licenseId?: string;
  contact?: string;
  contactNmlsId?: string;
  contactLicenseId?: string;
  email?: string;
  phone?: string;
}

/**
 * The natural person to name: of those with an NMLSR ID, or if none with a licence, the one who deals most with the
 * consumer (1026.38(r)(4), comment 38(r)-6); without either, the one who deals most.
 */
export function primaryContact(people: readonly Person[]): Person | undefined {
  const withNmls = people.filter(({ nmlsId }) => nmlsId !== undefined);
  const licensed = people.filter(({ licenseId }) => licenseId !== undefined);
  const from = [withNmls, licensed, people].find((group) => group.length > 0) ?? [];
  return from.toSorted((a, b) => b.interactions - a.interactions)[0];
}

const roles = ContactSchema.shape.role.options;

/** Columns of the contact table, 1026.37(k), 1026.38(r), in the form's order; a role without anyone stays blank. */
export function contactTable(contacts: readonly Contact[]): ContactColumn[] {
  return contacts
    .toSorted((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role))
    .map(({ people, role, name, address, nmlsId, licenseId, licenseState }) => {
      const person = primaryContact(people);
      const licence = licenseState ? `${licenseState} License ID ${licenseId ?? ''}`.trim() : licenseId;
      return {
        role,
        name,
        ...(address === undefined ? {} : { address }),
        ...(nmlsId === undefined ? {} : { nmlsId }),
        ...(licence === undefined ? {} : { licenseId: licence }),
        ...(person ? personOf(person) : {}),
      };
    });
}

function personOf({ name, nmlsId, licenseId, email, phone }: Person) {
  return {
    contact: name,
    ...(nmlsId === undefined ? {} : { contactNmlsId: nmlsId }),
    ...(licenseId === undefined ? {} : { contactLicenseId: licenseId }),
    ...(email === undefined ? {} : { email }),
    ...(phone === undefined ? {} : { phone }),
  };
}
