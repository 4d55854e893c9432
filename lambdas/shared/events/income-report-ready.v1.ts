import * as z from 'zod';
import { idSchema, LoanIdSchema } from '../ids.ts';
import { defineEvent } from './event.ts';

/** The verification provider says that an order is finished: a hint to go and ask it, never the answer itself. */
export const incomeReportReady = defineEvent({
  name: 'IncomeReportReady',
  version: 1,
  source: 'income',
  data: z.strictObject({ loanId: LoanIdSchema, verificationId: idSchema('ver') }),
  example: {
    loanId: 'loan_01JD0000000000000000000000',
    verificationId: 'ver_01JD0000000000000000000006',
  },
});
