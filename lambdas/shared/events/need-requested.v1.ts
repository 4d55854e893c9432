import * as z from 'zod';
import { ContactIdSchema, LoanIdSchema } from '../ids.ts';
import { needKinds } from '../needs.ts';
import { defineEvent } from './event.ts';

/** Another slice asks loans to open a need (loans alone writes needs; one need, one ask). */
export const needRequested = defineEvent({
  name: 'NeedRequested',
  version: 1,
  source: 'income',
  data: z.strictObject({
    loanId: LoanIdSchema,
    kind: z.enum(needKinds),
    contactId: ContactIdSchema.optional(),
    reasonCode: z.string(),
  }),
  example: {
    loanId: 'loan_01JD0000000000000000000000',
    kind: 'letter-of-explanation',
    contactId: 'cont_01JD0000000000000000000002',
    reasonCode: 'IncomeDisagrees',
  },
});
