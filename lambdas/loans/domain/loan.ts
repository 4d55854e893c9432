import * as z from 'zod';
import { BranchIdSchema, ContactIdSchema, LoanIdSchema, UserIdSchema } from '../../shared/ids.ts';
import { stages } from '../../shared/stages.ts';

export const Address = z.strictObject({
  line1: z.string().min(1).max(100),
  line2: z.string().max(100).optional(),
  city: z.string().min(1).max(60),
  state: z.string().regex(/^[A-Z]{2}$/, 'must be a two-letter state'),
  zip: z.string().regex(/^\d{5}(-\d{4})?$/, 'must be a ZIP code'),
});

/** A value somebody put on the property: two systems may disagree, so each is kept with its kind, source and date. */
export const Valuation = z.strictObject({
  amountCents: z.int().positive().max(1_000_000_000_000),
  kind: z.enum(['ESTIMATED', 'CONTRACT', 'APPRAISED', 'AVM']),
  source: z.string().min(1).max(100),
  asOfOn: z.iso.date(),
});
export type Valuation = z.infer<typeof Valuation>;

/** A file that has more is one that somebody feeds by a loop. */
export const mostValuations = 20;

export const Property = z.strictObject({
  address: Address.optional(),
  state: z.string().regex(/^[A-Z]{2}$/, 'must be a two-letter state'),
  valuations: z.array(Valuation).max(mostValuations),
  /** Index into `valuations` of the one the loan goes by, who chose it and when. */
  chosen: z.strictObject({ index: z.int().nonnegative(), by: z.string(), at: z.iso.datetime() }).optional(),
});

/** The aggregate as the table keeps it. */
export const Loan = z.object({
  loanId: LoanIdSchema,
  loanNumber: z.string(),
  branchId: BranchIdSchema,
  officerUserId: UserIdSchema,
  stage: z.enum(stages),
  /** Times the loan has entered its present stage. */
  entry: z.int().positive(),
  /** Entries per stage so far. */
  entries: z.partialRecord(z.enum(stages), z.int()),
  /** True once the present stage's needs stand in the table. */
  needsOpened: z.boolean(),
  purpose: z.enum(['PURCHASE', 'REFINANCE']),
  amountCents: z.int().positive(),
  property: Property,
  applicationReceivedAt: z.iso.datetime().optional(),
  hmdaAction: z.int().optional(),
  closingReasonCodes: z.array(z.string()).optional(),
  /** Why the file came back to PROCESSING, until it leaves again. */
  returnReasonCodes: z.array(z.string()).optional(),
  /** Open needs that were not answered in time; absent where there are none. */
  stalledNeeds: z.int().positive().optional(),
  openedAt: z.iso.datetime(),
  stageChangedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** Moves with every change that a guard or a reader of the loan could see. */
  version: z.int().positive(),
});
export type Loan = z.infer<typeof Loan>;

/** A person's part in one loan. Names are personal data; SSN and birth date are sealed on the contact. */
export const Party = z.object({
  loanId: LoanIdSchema,
  contactId: ContactIdSchema,
  kind: z.enum(['borrower', 'agent']),
  ordinal: z.int().nonnegative(),
  firstName: z.string(),
  lastName: z.string(),
  company: z.string().optional(),
  employerName: z.string().optional(),
  statedMonthlyIncomeCents: z.int().nonnegative().optional(),
  hasSsn: z.boolean(),
  hasBirthDate: z.boolean(),
  verificationAuthorizedAt: z.iso.datetime().optional(),
});
export type Party = z.infer<typeof Party>;
