import * as z from 'zod';
import { ContactIdSchema } from '../ids.ts';
import { defineView } from './view.ts';

/** Sealed under the contact's own data key (`pii.ts`); useless without `kms:Decrypt` on it. */
export const SealedIdentity = z.object({
  contactId: ContactIdSchema,
  sealed: z.object({ ssn: z.string(), birthOn: z.string() }).partial(),
});
export type SealedIdentity = z.infer<typeof SealedIdentity>;

/** Who a person is to a bureau or an employer. Key `CONTACT#<id> / CONTACT`; written by loans, opened by the few stories that must send it. */
export const sealedIdentityView = defineView<SealedIdentity>({
  name: 'sealed-identity',
  schemaVersion: 1,
  writer: 'loans',
  schema: SealedIdentity,
  example: {
    contactId: 'cont_01JD0000000000000000000002',
    sealed: { ssn: 'v1.aXY.c2VhbGVk.dGFn' },
  },
});
