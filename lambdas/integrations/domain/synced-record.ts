import * as z from 'zod';
import { LoanIdSchema } from '../../shared/ids.ts';
import { FieldLineage, recordKinds } from './record-to-send.ts';

/**
 * What a partner holds of one record of a loan, as far as we know. Each sending is a generation: generation n + 1 is
 * begun by one worker only, and only after n is settled, so what is sent never goes back in time.
 */
export const SyncedRecord = z.object({
  loanId: LoanIdSchema,
  partner: z.string(),
  kind: z.enum(recordKinds),
  recordId: z.string(),
  generation: z.int().nonnegative(),
  /** The partner's own id; absent until it took the record. */
  externalId: z.string().optional(),
  /** Keyed hash of what it took last; absent where it is not known which content that was. */
  sentHash: z.string().optional(),
  sentAt: z.iso.datetime().optional(),
  /** Keyed hash of what it refused: sent again only when it changed, or once by the nightly reconciler. */
  refusedHash: z.string().optional(),
  refusedBecause: z.string().optional(),
  effectId: z.string().optional(),
  lineage: z.array(FieldLineage),
});
export type SyncedRecord = z.infer<typeof SyncedRecord>;
