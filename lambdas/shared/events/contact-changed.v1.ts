import * as z from 'zod';
import { ContactIdSchema, LoanIdSchema } from '../ids.ts';
import { defineEvent } from './event.ts';

/** A contact's name or channels changed. */
export const contactChanged = defineEvent({
  name: 'ContactChanged',
  version: 1,
  source: 'identity',
  data: z.strictObject({ contactId: ContactIdSchema, loanId: LoanIdSchema.optional() }),
  example: { contactId: 'cont_01JD0000000000000000000002', loanId: 'loan_01JD0000000000000000000000' },
});
