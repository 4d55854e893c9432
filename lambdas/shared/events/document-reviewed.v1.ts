import * as z from 'zod';
import { DocumentIdSchema, LoanIdSchema, TaskIdSchema } from '../ids.ts';
import { defineEvent } from './event.ts';

/** A person has decided on a document; the intake that waits for it goes on. */
export const documentReviewed = defineEvent({
  name: 'DocumentReviewed',
  version: 1,
  source: 'documents',
  data: z.strictObject({
    loanId: LoanIdSchema,
    documentId: DocumentIdSchema,
    taskId: TaskIdSchema,
    decision: z.enum(['accept', 'return']),
  }),
  example: {
    loanId: 'loan_01JD0000000000000000000000',
    documentId: 'doc_01JD0000000000000000000003',
    taskId: 'task_01JD0000000000000000000005',
    decision: 'accept',
  },
});
