import * as z from 'zod';
import { ContactIdSchema, LoanIdSchema } from '../ids.ts';
import { defineEvent } from './event.ts';

/** The employer's record is to be fetched: the queue of the verification provider consumes it. */
export const incomeVerificationOrdered = defineEvent({
  name: 'IncomeVerificationOrdered',
  version: 1,
  source: 'income',
  data: z.strictObject({ loanId: LoanIdSchema, contactId: ContactIdSchema, verificationId: z.string() }),
  example: {
    loanId: 'loan_01JD0000000000000000000000',
    contactId: 'cont_01JD0000000000000000000002',
    verificationId: 'ver_01JD0000000000000000000006',
  },
});
