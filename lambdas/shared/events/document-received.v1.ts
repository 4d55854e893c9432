import * as z from 'zod';
import { ContactIdSchema, DocumentIdSchema, LoanIdSchema } from '../ids.ts';
import { defineEvent } from './event.ts';

/** A file passed its scan and is being read. */
export const documentReceived = defineEvent({
  name: 'DocumentReceived',
  version: 1,
  source: 'documents',
  data: z.strictObject({
    loanId: LoanIdSchema,
    documentId: DocumentIdSchema,
    ownerContactId: ContactIdSchema,
  }),
  example: {
    loanId: 'loan_01JD0000000000000000000000',
    documentId: 'doc_01JD0000000000000000000003',
    ownerContactId: 'cont_01JD0000000000000000000002',
  },
});
