import * as z from 'zod';
import { BranchIdSchema, ContactIdSchema, LoanIdSchema, UserIdSchema } from '../ids.ts';
import { stages } from '../stages.ts';
import { defineView } from './view.ts';

export const LoanSummary = z.object({
  loanId: LoanIdSchema,
  loanNumber: z.string(),
  branchId: BranchIdSchema,
  officerUserId: UserIdSchema,
  stage: z.enum(stages),
  /** Entries into the present stage so far. */
  entry: z.int().positive(),
  purpose: z.enum(['PURCHASE', 'REFINANCE']),
  amountCents: z.int().nonnegative(),
  propertyState: z.string().length(2),
  /** Absent until the borrower has found the property. */
  propertyAddress: z
    .object({
      line1: z.string(),
      line2: z.string().optional(),
      city: z.string(),
      state: z.string(),
      zip: z.string(),
    })
    .optional(),
  borrowers: z.array(
    z.object({
      contactId: ContactIdSchema,
      employerName: z.string().optional(),
      statedMonthlyIncomeCents: z.int().nonnegative().optional(),
      /** The borrower's recorded authorization to verify employment and income, with its purpose. */
      verificationAuthorizedAt: z.iso.datetime().optional(),
      /** Given for this loan: a person may be on file with them from another, which is no permission to use them here. */
      hasSsn: z.boolean().optional(),
      hasBirthDate: z.boolean().optional(),
    }),
  ),
  agentContactId: ContactIdSchema.optional(),
  applicationReceivedAt: z.iso.datetime().optional(),
  /** Open needs past their due date; absent where there are none. For staff. */
  stalledNeeds: z.int().positive().optional(),
  openedAt: z.iso.datetime(),
  stageChangedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  version: z.int(),
});
export type LoanSummary = z.infer<typeof LoanSummary>;

/** What other slices may know of a loan. Key `LOAN#<id> / SUMMARY`, in the officer's and the branch's pipeline; written by loans. */
export const loanSummaryView = defineView<LoanSummary>({
  name: 'loan-summary',
  schemaVersion: 1,
  writer: 'loans',
  schema: LoanSummary,
  example: {
    loanId: 'loan_01JD0000000000000000000000',
    loanNumber: '26-000001',
    branchId: 'branch_main',
    officerUserId: 'user_01JD0000000000000000000001',
    stage: 'NEW_LEAD',
    entry: 1,
    purpose: 'PURCHASE',
    amountCents: 40_000_000,
    propertyState: 'CO',
    borrowers: [
      {
        contactId: 'cont_01JD0000000000000000000002',
        employerName: 'Example Mills',
        statedMonthlyIncomeCents: 750_000,
        hasSsn: true,
      },
    ],
    openedAt: '2026-11-21T15:00:00.000Z',
    stageChangedAt: '2026-11-21T15:00:00.000Z',
    updatedAt: '2026-11-21T15:00:00.000Z',
    version: 1,
  },
});
