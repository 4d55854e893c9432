import * as z from 'zod';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';
import { isInForce } from './dated-rules.ts';
import { PrescreenSchema, judgePrescreen } from './prescreen.ts';
import type { Finding } from './finding.ts';

const on = CalendarDateSchema;

/** Why somebody wants a consumer report, with the facts that the purpose rests on. */
export const ReportPurposeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('written-instructions'),
    on,
    givenOn: on,
    withdrawnOn: on.optional(),
    /** Whether the instruction is the consumer's own, in writing, about this use. */
    coversThisUse: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('credit-application'),
    on,
    /** Somebody who only lives with an applicant, or sells to one, is nobody of these. */
    subject: z.enum(['applicant', 'co-applicant', 'guarantor', 'other-person']),
    /** The consumer applied; shopping and asking about terms is not applying. */
    appliedOn: on.optional(),
    /** When the application was withdrawn or refused. */
    endedOn: on.optional(),
  }),
  z.strictObject({
    kind: z.enum(['account-review', 'collection']),
    on,
    /** Whether the consumer has a credit account with the one who asks, or owes on it. */
    hasAccount: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('investor-or-servicer'),
    on,
    /** Whether it values, or assesses the risk of, an existing credit obligation. */
    assessesExistingObligation: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('employment'),
    on,
    /** In a document that consists solely of the disclosure. */
    disclosedAlone: z.boolean(),
    authorizedOn: on.optional(),
    withdrawnOn: on.optional(),
  }),
  z.strictObject({ kind: z.literal('court-order'), on }),
  PrescreenSchema,
  z.strictObject({ kind: z.literal('marketing'), on }),
]);
export type ReportPurpose = z.output<typeof ReportPurposeSchema>;

export interface PurposeJudgement extends Finding {
  isPermitted: boolean;
}

/** Whether a consumer report may be obtained for a purpose: only for those that 15 USC 1681b lists. */
export function judgePurpose(purpose: ReportPurpose): PurposeJudgement {
  switch (purpose.kind) {
    case 'court-order':
      return permitted('an order of a court', '(a)(1)');
    case 'written-instructions':
      return judgeInstructions(purpose);
    case 'credit-application':
      return judgeApplication(purpose);
    case 'account-review':
    case 'collection':
      return judged(purpose.hasAccount, "review or collection of the consumer's own account", '(a)(3)(A)');
    case 'investor-or-servicer':
      return judged(purpose.assessesExistingObligation, 'the risk of an existing obligation', '(a)(3)(E)');
    case 'employment':
      return judgeEmployment(purpose);
    case 'prescreen':
      return judgePrescreen(purpose, isInForce('trigger-lead-limits', purpose.on));
    default:
      return refused('marketing is no purpose of the list; only a firm offer of credit is', '(a), (c)');
  }
}

type Of<K extends ReportPurpose['kind']> = Extract<ReportPurpose, { kind: K }>;

const permitted = (reason: string, paragraph: string) => judged(true, reason, paragraph);
const refused = (reason: string, paragraph: string) => ({
  ...judged(true, reason, paragraph),
  isPermitted: false,
});

function judged(holds: boolean, reason: string, paragraph: string): PurposeJudgement {
  return {
    isPermitted: holds,
    reason: holds ? reason : `not shown: ${reason}`,
    citation: `15 USC 1681b${paragraph}`,
  };
}

const isWithdrawn = (withdrawnOn: string | undefined, day: string): boolean =>
  withdrawnOn !== undefined && withdrawnOn <= day;

function judgeInstructions(purpose: Of<'written-instructions'>): PurposeJudgement {
  if (isWithdrawn(purpose.withdrawnOn, purpose.on))
    return refused('the instructions were withdrawn', '(a)(2)');
  const holds = purpose.coversThisUse && purpose.givenOn <= purpose.on;
  return judged(holds, 'written instructions of the consumer for this use', '(a)(2)');
}

function judgeApplication({
  on: day,
  subject,
  appliedOn,
  endedOn,
}: Of<'credit-application'>): PurposeJudgement {
  if (subject === 'other-person') return refused("another person's credit is not this one's", '(a)(3)(A)');
  if (isWithdrawn(endedOn, day)) return refused('the application has ended', '(a)(3)(A)');
  const holds = appliedOn !== undefined && appliedOn <= day;
  return judged(holds, 'an extension of credit that the consumer applied for', '(a)(3)(A)');
}

function judgeEmployment(purpose: Of<'employment'>): PurposeJudgement {
  if (isWithdrawn(purpose.withdrawnOn, purpose.on))
    return refused('the authorization was withdrawn', '(b)(2)(A)');
  const { authorizedOn } = purpose;
  const holds = purpose.disclosedAlone && authorizedOn !== undefined && authorizedOn <= purpose.on;
  return judged(holds, 'employment, disclosed by itself and authorized in writing', '(a)(3)(B), (b)(2)(A)');
}
