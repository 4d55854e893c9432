import * as z from 'zod';
import { staffRoles } from '../shared/actor.ts';
import { BranchIdSchema, ContactIdSchema, UserIdSchema } from '../shared/ids.ts';
import { StateSchema } from '../shared/us-states.ts';
import { plainText } from '../shared/value-schemas.ts';

export const UserParams = z.strictObject({ userId: UserIdSchema });

/** A state licence of a mortgage loan originator (SAFE Act, 12 CFR 1008). */
export const Licence = z.strictObject({
  state: StateSchema,
  nmlsId: z.string().regex(/^\d{1,12}$/, 'must be an NMLS number'),
  expiresOn: z.iso.date(),
});

export const PutUser = z.strictObject({
  displayName: plainText(100),
  email: z.email().max(254),
  role: z.enum(staffRoles),
  branchId: BranchIdSchema,
  licences: z.array(Licence).max(60).default([]),
  active: z.boolean().default(true),
});

export const User = PutUser.extend({
  displayName: z.string(),
  userId: UserIdSchema,
  version: z.int(),
  updatedAt: z.iso.datetime(),
});
export type User = z.infer<typeof User>;

export const Me = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('staff'),
    userId: UserIdSchema,
    role: z.enum(staffRoles),
    branchId: BranchIdSchema,
  }),
  z.strictObject({ kind: z.literal('borrower'), contactId: ContactIdSchema, role: z.literal('borrower') }),
]);
