import * as z from 'zod';
import { LoanIdSchema } from '../ids.ts';
import { defineEvent } from './event.ts';

/** Facts of a loan changed; `changed` names the fields, never their values. */
export const loanUpdated = defineEvent({
  name: 'LoanUpdated',
  version: 1,
  source: 'loans',
  data: z.strictObject({ loanId: LoanIdSchema, changed: z.array(z.string()) }),
  example: { loanId: 'loan_01JD0000000000000000000000', changed: ['amountCents'] },
});
