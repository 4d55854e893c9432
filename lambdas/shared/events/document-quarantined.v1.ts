import * as z from 'zod';
import { ContactIdSchema, DocumentIdSchema, LoanIdSchema } from '../ids.ts';
import { defineEvent } from './event.ts';

/** A file did not pass its scan and never leaves quarantine. */
export const documentQuarantined = defineEvent({
  name: 'DocumentQuarantined',
  version: 1,
  source: 'documents',
  data: z.strictObject({
    loanId: LoanIdSchema,
    documentId: DocumentIdSchema,
    ownerContactId: ContactIdSchema,
    verdict: z.enum(['THREATS_FOUND', 'UNSUPPORTED', 'FAILED']),
  }),
  example: {
    loanId: 'loan_01JD0000000000000000000000',
    documentId: 'doc_01JD0000000000000000000003',
    ownerContactId: 'cont_01JD0000000000000000000002',
    verdict: 'THREATS_FOUND',
  },
});
