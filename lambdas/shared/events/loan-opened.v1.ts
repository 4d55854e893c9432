import * as z from 'zod';
import { BranchIdSchema, ContactIdSchema, LoanIdSchema, UserIdSchema } from '../ids.ts';
import { defineEvent } from './event.ts';

/** A loan was opened with its parties; each borrower is invited to the portal. */
export const loanOpened = defineEvent({
  name: 'LoanOpened',
  version: 1,
  source: 'loans',
  data: z.strictObject({
    loanId: LoanIdSchema,
    branchId: BranchIdSchema,
    officerUserId: UserIdSchema,
    borrowerContactIds: z.array(ContactIdSchema),
    agentContactId: ContactIdSchema.optional(),
  }),
  example: {
    loanId: 'loan_01JD0000000000000000000000',
    branchId: 'branch_main',
    officerUserId: 'user_01JD0000000000000000000001',
    borrowerContactIds: ['cont_01JD0000000000000000000002'],
  },
});
