import * as z from 'zod';
import { ContactIdSchema, DocumentIdSchema, idSchema, LoanIdSchema } from '../../shared/ids.ts';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';
import { EmploymentRecord } from './employment-record.ts';
import { sameEmployer } from './employer-name.ts';

/** ORDERED: decided, the provider may not know of it yet. PLACED: the provider has it. SETTLED: it has an outcome. */
export const verificationStatuses = ['ORDERED', 'PLACED', 'SETTLED'] as const;

export const verificationOutcomes = [
  'RECORD_FOUND',
  'WRONG_EMPLOYER',
  'FROZEN',
  'NOT_FOUND',
  'NO_ANSWER',
] as const;
export type VerificationOutcome = (typeof verificationOutcomes)[number];

export const Verification = z.object({
  loanId: LoanIdSchema,
  contactId: ContactIdSchema,
  verificationId: idSchema('ver'),
  employerName: z.string(),
  /** From 0 for each contact and employer: a new one for evidence of a new span, or when staff order again. */
  generation: z.int().nonnegative(),
  /** FCRA 15 U.S.C. 1681b(a)(3)(A): the consumer applies for credit. As the provider words it. */
  permissiblePurpose: z.literal('credit-application'),
  /** The recorded authorization that the order rests on. */
  authorizedAt: z.iso.datetime(),
  orderedAt: z.iso.datetime(),
  orderedBy: z.string(),
  /** The accepted documents that gave occasion to it. */
  documentIds: z.array(DocumentIdSchema),
  /** The last day that the newest pay stub pays for, when one was there. */
  evidenceThroughOn: CalendarDateSchema.optional(),
  status: z.enum(verificationStatuses),
  orderId: z.string().optional(),
  placedAt: z.iso.datetime().optional(),
  /** A person was told that the provider gives no answer; it is still being asked. */
  unanswered: z.object({ since: z.iso.datetime(), reasonCode: z.string() }).optional(),
  settledAt: z.iso.datetime().optional(),
  outcome: z.enum(verificationOutcomes).optional(),
  reasonCode: z.string().optional(),
  record: EmploymentRecord.optional(),
  version: z.int().positive(),
});
export type Verification = z.infer<typeof Verification>;

/** What the provider says of an order that it knows. */
export type ProviderAnswer =
  | { kind: 'processing' }
  | { kind: 'record'; record: EmploymentRecord }
  | { kind: 'not-found' }
  | { kind: 'frozen' }
  /** Cancelled or refused for another reason: no answer, and none to come. */
  | { kind: 'closed'; reasonCode: string };

/** An answer as the outcome of the verification; a record of another employer is kept, and used for nothing. */
export function settled(
  before: Verification,
  answer: Exclude<ProviderAnswer, { kind: 'processing' }>,
  at: string,
): Verification {
  const after = { ...before, status: 'SETTLED' as const, settledAt: at, version: before.version + 1 };
  switch (answer.kind) {
    case 'record':
      return {
        ...after,
        outcome: sameEmployer(answer.record.employerName, before.employerName)
          ? 'RECORD_FOUND'
          : 'WRONG_EMPLOYER',
        record: answer.record,
      };
    case 'not-found':
      return { ...after, outcome: 'NOT_FOUND', reasonCode: 'NoRecordAtEmployer' };
    case 'frozen':
      return { ...after, outcome: 'FROZEN', reasonCode: 'ConsumerFreeze' };
    case 'closed':
      return { ...after, outcome: 'NO_ANSWER', reasonCode: answer.reasonCode };
  }
}

/** Newest first. */
export const verificationsOf = (
  all: readonly Verification[],
  contactId: string,
  employerName: string,
): Verification[] =>
  all
    .filter((one) => one.contactId === contactId && sameEmployer(one.employerName, employerName))
    .toSorted((a, b) => b.generation - a.generation);
