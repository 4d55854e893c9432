import * as z from 'zod';
import { type ContactId, ContactIdSchema, type UserId, UserIdSchema } from './ids.ts';

export const roles = [
  'borrower',
  'loan-officer',
  'processor',
  'underwriter',
  'manager',
  'compliance',
  'operations',
] as const;
export type Role = (typeof roles)[number];
export type StaffRole = Exclude<Role, 'borrower'>;
export const staffRoles = roles.filter((role): role is StaffRole => role !== 'borrower');

/** Who acts, as the authorizer resolved it from the table; never from a claim alone. */
export type Principal =
  | { kind: 'staff'; userId: UserId; role: StaffRole; branchId: string }
  | { kind: 'borrower'; contactId: ContactId; role: 'borrower' };

/** Who did it, as the ledger writes it: `user_…`, `cont_…` or `system:<function>`. */
export type Actor = UserId | ContactId | `system:${string}`;

export const actorOf = (principal: Principal): Actor =>
  principal.kind === 'staff' ? principal.userId : principal.contactId;

/** The authorizer's context as API Gateway passes it on: strings only. */
export const AuthorizerContext = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('staff'),
    userId: UserIdSchema,
    role: z.enum(staffRoles),
    branchId: z.string(),
  }),
  z.object({ kind: z.literal('borrower'), contactId: ContactIdSchema, role: z.literal('borrower') }),
]);
