import * as z from 'zod';
import { ContactIdSchema, LoanIdSchema, NeedIdSchema } from '../ids.ts';
import { needKinds } from '../needs.ts';
import { defineEvent } from './event.ts';

/** A need is no longer open. */
export const needClosed = defineEvent({
  name: 'NeedClosed',
  version: 1,
  source: 'loans',
  data: z.strictObject({
    loanId: LoanIdSchema,
    needId: NeedIdSchema,
    kind: z.enum(needKinds),
    contactId: ContactIdSchema.optional(),
    outcome: z.enum(['SATISFIED', 'CANCELLED', 'WAIVED']),
  }),
  example: {
    loanId: 'loan_01JD0000000000000000000000',
    needId: 'need_01JD0000000000000000000004',
    kind: 'pay-stub',
    contactId: 'cont_01JD0000000000000000000002',
    outcome: 'SATISFIED',
  },
});
