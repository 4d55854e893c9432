import * as z from 'zod';
import { DocumentIdSchema, LoanIdSchema, TaskIdSchema } from '../ids.ts';
import { defineEvent } from './event.ts';

/** A person has to look at a document; `escalated` when nobody did in time. */
export const documentReviewNeeded = defineEvent({
  name: 'DocumentReviewNeeded',
  version: 1,
  source: 'documents',
  data: z.strictObject({
    loanId: LoanIdSchema,
    documentId: DocumentIdSchema,
    taskId: TaskIdSchema,
    escalated: z.boolean(),
  }),
  example: {
    loanId: 'loan_01JD0000000000000000000000',
    documentId: 'doc_01JD0000000000000000000003',
    taskId: 'task_01JD0000000000000000000005',
    escalated: false,
  },
});
