import * as z from 'zod';
import { ContactIdSchema, LoanIdSchema, NeedIdSchema } from '../ids.ts';
import { needKinds } from '../needs.ts';
import { defineEvent } from './event.ts';

/** An open need's reminder date has come; `stalled` when its due date has passed and a person of the branch is to act. */
export const needReminderDue = defineEvent({
  name: 'NeedReminderDue',
  version: 1,
  source: 'loans',
  data: z.strictObject({
    loanId: LoanIdSchema,
    needId: NeedIdSchema,
    kind: z.enum(needKinds),
    contactId: ContactIdSchema.optional(),
    stalled: z.boolean(),
  }),
  example: {
    loanId: 'loan_01JD0000000000000000000000',
    needId: 'need_01JD0000000000000000000004',
    kind: 'pay-stub',
    contactId: 'cont_01JD0000000000000000000002',
    stalled: false,
  },
});
