import * as z from 'zod';
import { CalendarDateSchema, NonNegativeCentsSchema } from '../../shared/value-schemas.ts';

/** Why a charge was estimated anew, 1026.19(e)(3)(iv)(A) to (F). */
export const revisionReasons = {
  'changed-circumstance': '1026.19(e)(3)(iv)(A)',
  eligibility: '1026.19(e)(3)(iv)(B)',
  'consumer-request': '1026.19(e)(3)(iv)(C)',
  'rate-lock': '1026.19(e)(3)(iv)(D)',
  expiration: '1026.19(e)(3)(iv)(E)',
  'construction-delay': '1026.19(e)(3)(iv)(F)',
} as const;
type RevisionReason = keyof typeof revisionReasons;

const reasonNames = Object.keys(revisionReasons) as [RevisionReason, ...RevisionReason[]];

export const EstimateRevisionSchema = z.strictObject({
  reason: z.enum(reasonNames),
  /** When information sufficient to establish the reason came. */
  informedOn: CalendarDateSchema,
  /** When the revised disclosure was provided; absent when none was. */
  disclosedOn: CalendarDateSchema.optional(),
  /** The form it was on; a Loan Estimate has its own limits near the closing. */
  vehicle: z.enum(['revised-loan-estimate', 'closing-disclosure']).default('revised-loan-estimate'),
  /** Only charges that the reason itself raised (comment 19(e)(3)(iv)-2), with their new amounts. */
  charges: z.record(z.string(), NonNegativeCentsSchema).default({}),
  lenderCreditsCents: NonNegativeCentsSchema.optional(),
  /** One of the six pieces of the application came late: presumed collected, so no reason (comment 19(e)(3)(iv)(A)-3). */
  isLateApplicationItem: z.boolean().default(false),
});
export type EstimateRevision = z.infer<typeof EstimateRevisionSchema>;
