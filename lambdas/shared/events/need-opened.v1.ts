import * as z from 'zod';
import { ContactIdSchema, LoanIdSchema, NeedIdSchema } from '../ids.ts';
import { needKinds } from '../needs.ts';
import { defineEvent } from './event.ts';

/** One thing is asked of one person, once. */
export const needOpened = defineEvent({
  name: 'NeedOpened',
  version: 1,
  source: 'loans',
  data: z.strictObject({
    loanId: LoanIdSchema,
    needId: NeedIdSchema,
    kind: z.enum(needKinds),
    contactId: ContactIdSchema.optional(),
    reasonCode: z.string(),
    dueOn: z.iso.date(),
  }),
  example: {
    loanId: 'loan_01JD0000000000000000000000',
    needId: 'need_01JD0000000000000000000004',
    kind: 'pay-stub',
    contactId: 'cont_01JD0000000000000000000002',
    reasonCode: 'stage-needs',
    dueOn: '2026-12-01',
  },
});
