import * as z from 'zod';
import { BranchIdSchema, ContactIdSchema, LoanIdSchema, UserIdSchema } from '../ids.ts';
import { defineView } from './view.ts';

export const LoanAccess = z.object({
  loanId: LoanIdSchema,
  branchId: BranchIdSchema,
  officerUserId: UserIdSchema,
  borrowerContactIds: z.array(ContactIdSchema).min(1),
  agentContactId: ContactIdSchema.optional(),
});
export type LoanAccess = z.infer<typeof LoanAccess>;

/** Who is on a loan: what the policy decides against. Key `LOAN#<id> / ACCESS`; written by loans. */
export const loanAccessView = defineView<LoanAccess>({
  name: 'loan-access',
  schemaVersion: 1,
  writer: 'loans',
  schema: LoanAccess,
  example: {
    loanId: 'loan_01JD0000000000000000000000',
    branchId: 'branch_main',
    officerUserId: 'user_01JD0000000000000000000001',
    borrowerContactIds: ['cont_01JD0000000000000000000002'],
  },
});
