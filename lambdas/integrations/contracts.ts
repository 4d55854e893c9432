import * as z from 'zod';
import { Effect } from '../shared/effects.ts';
import { busMessage } from '../shared/events/event.ts';
import { loanOpened } from '../shared/events/loan-opened.v1.ts';
import { loanStageChanged } from '../shared/events/loan-stage-changed.v1.ts';
import { loanUpdated } from '../shared/events/loan-updated.v1.ts';
import { LoanIdSchema } from '../shared/ids.ts';
import { SyncedRecord } from './domain/synced-record.ts';

export const LoanParams = z.strictObject({ loanId: LoanIdSchema });

/** The reconciler's own message to the queue of a partner. */
export const SyncDue = z.object({
  'detail-type': z.literal('SyncDue'),
  detail: z.object({ correlationId: z.string(), data: z.object({ loanId: LoanIdSchema }) }),
});
export type SyncDue = z.infer<typeof SyncDue>;

export const SyncNews = z.union([
  busMessage(loanOpened),
  busMessage(loanStageChanged),
  busMessage(loanUpdated),
  SyncDue,
]);
export type SyncNews = z.output<typeof SyncNews>;

/** A record at a partner, without hashes: what it holds, since when, and where each field came from. */
export const HeldRecord = z
  .strictObject(SyncedRecord.omit({ sentHash: true, refusedHash: true }).shape)
  .extend({ state: z.enum(['HELD', 'CHANGING', 'REFUSED']) });
export type HeldRecord = z.infer<typeof HeldRecord>;

export const Integrations = z.strictObject({ records: z.array(HeldRecord), effects: z.array(Effect) });
