import * as z from 'zod';
import { ContactIdSchema, LoanIdSchema } from '../ids.ts';
import { defineEvent } from './event.ts';

/** Qualifying income was calculated and compared; only AGREES closes the need, an outage never decides. */
export const incomeVerified = defineEvent({
  name: 'IncomeVerified',
  version: 1,
  source: 'income',
  data: z.strictObject({
    loanId: LoanIdSchema,
    contactId: ContactIdSchema,
    calculationId: z.string(),
    outcome: z.enum(['AGREES', 'DISAGREES', 'NO_EMPLOYER_RECORD']),
  }),
  example: {
    loanId: 'loan_01JD0000000000000000000000',
    contactId: 'cont_01JD0000000000000000000002',
    calculationId: 'calc_01JD0000000000000000000007',
    outcome: 'AGREES',
  },
});
