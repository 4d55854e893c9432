import * as z from 'zod';
import { ContactIdSchema, DocumentIdSchema, LoanIdSchema, NeedIdSchema } from '../ids.ts';
import { needKinds } from '../needs.ts';
import { stages } from '../stages.ts';
import { defineView } from './view.ts';

export const Need = z.object({
  loanId: LoanIdSchema,
  needId: NeedIdSchema,
  kind: z.enum(needKinds),
  contactId: ContactIdSchema.optional(),
  stage: z.enum(stages),
  entry: z.int().positive(),
  reasonCode: z.string(),
  status: z.enum(['OPEN', 'SATISFIED', 'CANCELLED', 'WAIVED']),
  /** Documents that satisfied it. */
  documentIds: z.array(DocumentIdSchema),
  openedAt: z.iso.datetime(),
  dueOn: z.iso.date(),
  remindedAt: z.iso.datetime().optional(),
  stalled: z.boolean(),
  version: z.int(),
});
export type Need = z.infer<typeof Need>;

/** What is asked of whom. Key `LOAN#<id> / NEED#<needId>`; written by loans alone. */
export const needView = defineView<Need>({
  name: 'need',
  schemaVersion: 1,
  writer: 'loans',
  schema: Need,
  example: {
    loanId: 'loan_01JD0000000000000000000000',
    needId: 'need_01JD0000000000000000000004',
    kind: 'pay-stub',
    contactId: 'cont_01JD0000000000000000000002',
    stage: 'PROCESSING',
    entry: 1,
    reasonCode: 'stage-needs',
    status: 'OPEN',
    documentIds: [],
    openedAt: '2026-11-21T15:00:00.000Z',
    dueOn: '2026-12-01',
    stalled: false,
    version: 1,
  },
});
