import * as z from 'zod';
import { documentTypes } from '../document-types.ts';
import { ContactIdSchema, DocumentIdSchema, LoanIdSchema } from '../ids.ts';
import { defineEvent } from './event.ts';

/** A document was accepted; its values stand in the document-facts view. */
export const documentAccepted = defineEvent({
  name: 'DocumentAccepted',
  version: 1,
  source: 'documents',
  data: z.strictObject({
    loanId: LoanIdSchema,
    documentId: DocumentIdSchema,
    ownerContactId: ContactIdSchema,
    types: z.array(z.enum(documentTypes)).min(1),
    by: z.enum(['rules', 'person']),
  }),
  example: {
    loanId: 'loan_01JD0000000000000000000000',
    documentId: 'doc_01JD0000000000000000000003',
    ownerContactId: 'cont_01JD0000000000000000000002',
    types: ['pay-stub'],
    by: 'rules',
  },
});
