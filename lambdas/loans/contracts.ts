import * as z from 'zod';
import {
  BranchIdSchema,
  ContactIdSchema,
  LoanIdSchema,
  NeedIdSchema,
  TaskIdSchema,
  UserIdSchema,
} from '../shared/ids.ts';
import { needKinds } from '../shared/needs.ts';
import { stages } from '../shared/stages.ts';
import { StateSchema } from '../shared/us-states.ts';
import { plainText } from '../shared/value-schemas.ts';
import { LoanSummary } from '../shared/views/loan-summary.v1.ts';
import { Need } from '../shared/views/need.v1.ts';
import { Task } from '../shared/views/task.v1.ts';
import { Address, Property, Valuation } from './domain/loan.ts';
import { reasonCodes } from './domain/reason-codes.ts';
import { transitionNames } from './domain/road.ts';

export const LoanParams = z.strictObject({ loanId: LoanIdSchema });

const plainName = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^(?=.*\p{L})[\p{L}\p{M}'’., -]+$/u, 'takes letters, spaces, apostrophes, dots, commas and hyphens');

const phone = z.string().regex(/^\+1\d{10}$/, 'must be +1 and ten digits');
/** An SSN as the SSA issues them (20 CFR 422.103), or an ITIN as the IRS does (9NN, group 50-65, 70-88, 90-92, 94-99); sealed at once. */
const ssn = z
  .string()
  .regex(
    /^((?!000|666|9\d\d)\d{3}-(?!00)\d{2}|9\d{2}-(5\d|6[0-5]|7\d|8[0-8]|9[0-24-9]))-(?!0000)\d{4}$/,
    'must be NNN-NN-NNNN: an SSN or an ITIN as issued',
  );
const cents = z.int().nonnegative().max(1_000_000_000_000);

/** As typed; what the table holds is read by the looser schemas of the domain. */
const NewAddress = Address.extend({
  line1: plainText(100),
  line2: plainText(100).optional(),
  city: plainText(60),
  state: StateSchema,
});
const NewValuation = Valuation.extend({ source: plainText(100) });

export const NewBorrower = z.strictObject({
  firstName: plainName,
  lastName: plainName,
  email: z.email().max(254),
  phone: phone.optional(),
  ssn: ssn.optional(),
  birthOn: z.iso.date().optional(),
  employerName: plainText(100).optional(),
  statedMonthlyIncomeCents: cents.optional(),
  /** The borrower authorizes the verification of employment and income (FCRA 15 U.S.C. 1681b(a)(2) by the consumer's instruction). */
  authorizesVerification: z.boolean().default(false),
});

export const NewAgent = z.strictObject({
  firstName: plainName,
  lastName: plainName,
  email: z.email().max(254),
  phone: phone.optional(),
  company: plainText(100).optional(),
});

export const OpenLoan = z.strictObject({
  purpose: z.enum(['PURCHASE', 'REFINANCE']),
  amountCents: z.int().positive().max(1_000_000_000_000),
  /** A manager may open for an officer of the branch; absent, the caller's own. */
  officerUserId: UserIdSchema.optional(),
  property: z.strictObject({
    address: NewAddress.optional(),
    state: StateSchema,
    value: NewValuation.optional(),
  }),
  borrowers: z.array(NewBorrower).min(1).max(4),
  agent: NewAgent.optional(),
});
export type OpenLoan = z.infer<typeof OpenLoan>;

/** What may change after opening; a new valuation is added beside the others, never over them. */
export const ChangeLoan = z
  .strictObject({
    amountCents: z.int().positive().max(1_000_000_000_000),
    address: NewAddress,
    valuation: NewValuation,
    chosenValuation: z.int().nonnegative().max(19),
    borrower: z.strictObject({
      contactId: ContactIdSchema,
      ssn: ssn.optional(),
      birthOn: z.iso.date().optional(),
      employerName: plainText(100).optional(),
      statedMonthlyIncomeCents: cents.optional(),
      authorizesVerification: z.literal(true).optional(),
    }),
  })
  .partial();
export type ChangeLoan = z.infer<typeof ChangeLoan>;

export const PartyView = z.strictObject({
  contactId: ContactIdSchema,
  kind: z.enum(['borrower', 'agent']),
  firstName: z.string(),
  lastName: z.string(),
  company: z.string().optional(),
  employerName: z.string().optional(),
  statedMonthlyIncomeCents: z.int().optional(),
  hasSsn: z.boolean(),
  hasBirthDate: z.boolean(),
  verificationAuthorizedAt: z.iso.datetime().optional(),
});

export const LoanView = z.strictObject({
  loanId: LoanIdSchema,
  loanNumber: z.string(),
  branchId: BranchIdSchema,
  officerUserId: UserIdSchema,
  stage: z.enum(stages),
  entry: z.int(),
  purpose: z.enum(['PURCHASE', 'REFINANCE']),
  amountCents: z.int(),
  property: Property,
  parties: z.array(PartyView),
  needs: z.array(Need),
  applicationReceivedAt: z.iso.datetime().optional(),
  missingItems: z.array(z.string()),
  hmdaAction: z.int().optional(),
  openedAt: z.iso.datetime(),
  stageChangedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  version: z.int(),
});
export type LoanView = z.infer<typeof LoanView>;

export const ListLoans = z.strictObject({
  stage: z.enum(stages).optional(),
  /** `branch` for those who see it; the default is what the role works from. */
  pipeline: z.enum(['own', 'branch', 'all']).optional(),
  /** Only loans that wait for an answer past its due date. A page is cut before they are picked: follow `next`. */
  stalled: z.literal('true').optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(2000).optional(),
});

export const LoanPage = z.strictObject({ items: z.array(LoanSummary), next: z.string().optional() });

export const TransitionParams = z.strictObject({ loanId: LoanIdSchema, name: z.enum(transitionNames) });
/** Each reason once: a denial's are told to the applicant as they stand here. */
const reasons = z
  .array(z.enum(reasonCodes))
  .max(4)
  .refine((codes) => new Set(codes).size === codes.length, 'must name each reason once');
export const AskTransition = z.strictObject({ reasonCodes: reasons.optional() });

export const TransitionView = z.strictObject({
  name: z.enum(transitionNames),
  to: z.enum(stages),
  summary: z.string(),
  /** May the caller's role ask for it? */
  allowedToYou: z.boolean(),
  /** Empty when it can be made now. */
  blockers: z.array(z.strictObject({ guard: z.string(), reason: z.string() })),
});
export const Transitions = z.strictObject({
  stage: z.enum(stages),
  entry: z.int(),
  transitions: z.array(TransitionView),
});

export const Moved = z.strictObject({
  loanId: LoanIdSchema,
  from: z.enum(stages),
  to: z.enum(stages),
  entry: z.int(),
  at: z.iso.datetime(),
});

/** Why a person looks at a sealed field: chosen, not typed, so that no borrower data reaches the trail. */
export const revealReasons = [
  'identity-verification',
  'verification-order',
  'borrower-request',
  'compliance-review',
  'data-correction',
] as const;
export const AskReveal = z.strictObject({
  contactId: ContactIdSchema,
  field: z.enum(['ssn', 'birthOn']),
  reason: z.enum(revealReasons),
});
export const Revealed = z.strictObject({
  contactId: ContactIdSchema,
  field: z.enum(['ssn', 'birthOn']),
  value: z.string(),
});

export const NeedPage = z.strictObject({ items: z.array(Need) });

export const OpenNeed = z.strictObject({
  kind: z.enum(needKinds),
  contactId: ContactIdSchema,
  reasonCode: z.enum(reasonCodes),
  dueOn: z.iso.date().optional(),
});
export const NeedParams = z.strictObject({ loanId: LoanIdSchema, needId: NeedIdSchema });
/** A person settles what no document settles, or waives it, and says why. */
export const CloseNeed = z.strictObject({
  outcome: z.enum(['SATISFIED', 'WAIVED']),
  reasonCode: z.enum(['explanation-accepted', 'not-applicable', 'already-on-file', 'exception-granted']),
});

export const ListTasks = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(2000).optional(),
});
export const TaskPage = z.strictObject({ items: z.array(Task), next: z.string().optional() });

export const TaskParams = z.strictObject({ loanId: LoanIdSchema, taskId: TaskIdSchema });
/** A person says that a task is done; a document's review is done by reviewing it. */
export const CompleteTask = z.strictObject({
  reasonCode: z.enum(['handled', 'not-needed', 'handled-outside']),
});
