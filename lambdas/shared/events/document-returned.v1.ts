import * as z from 'zod';
import { ContactIdSchema, DocumentIdSchema, LoanIdSchema } from '../ids.ts';
import { defineEvent } from './event.ts';

/** A document cannot be used and the borrower is asked for another; the code maps to a plain reason. */
export const documentReturned = defineEvent({
  name: 'DocumentReturned',
  version: 1,
  source: 'documents',
  data: z.strictObject({
    loanId: LoanIdSchema,
    documentId: DocumentIdSchema,
    ownerContactId: ContactIdSchema,
    reasonCode: z.string(),
  }),
  example: {
    loanId: 'loan_01JD0000000000000000000000',
    documentId: 'doc_01JD0000000000000000000003',
    ownerContactId: 'cont_01JD0000000000000000000002',
    reasonCode: 'Unreadable',
  },
});
