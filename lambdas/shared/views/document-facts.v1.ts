import * as z from 'zod';
import { documentTypes } from '../document-types.ts';
import { ContactIdSchema, DocumentIdSchema, LoanIdSchema } from '../ids.ts';
import { defineView } from './view.ts';

/** One value read from a page. Personal and sealed data (names, SSNs, account numbers) are not in this view. */
export const DocumentFact = z.object({
  name: z.string(),
  /** Normal form: integer cents as text, ISO date, hours in hundredths. */
  value: z.string(),
  unit: z.enum(['cents', 'date', 'hours-hundredths', 'text', 'count']),
  page: z.int().positive(),
  box: z.object({ left: z.number(), top: z.number(), width: z.number(), height: z.number() }),
  confidence: z.number(),
  engine: z.string(),
  /** Set when a person corrected the reading: the actor. */
  correctedBy: z.string().optional(),
});
export type DocumentFact = z.infer<typeof DocumentFact>;

export const DocumentFacts = z.object({
  loanId: LoanIdSchema,
  documentId: DocumentIdSchema,
  ownerContactId: ContactIdSchema,
  /** From 0 within the file: a package holds several documents. */
  part: z.int().nonnegative(),
  type: z.enum(documentTypes),
  pages: z.array(z.int().positive()),
  facts: z.array(DocumentFact),
  acceptedAt: z.iso.datetime(),
  acceptedBy: z.string(),
});
export type DocumentFacts = z.infer<typeof DocumentFacts>;

/** What an accepted document says, value by value. Key `LOAN#<id> / FACTS#<documentId>#<part>`; written by documents. */
export const documentFactsView = defineView<DocumentFacts>({
  name: 'document-facts',
  schemaVersion: 1,
  writer: 'documents',
  schema: DocumentFacts,
  example: {
    loanId: 'loan_01JD0000000000000000000000',
    documentId: 'doc_01JD0000000000000000000003',
    ownerContactId: 'cont_01JD0000000000000000000002',
    part: 0,
    type: 'pay-stub',
    pages: [1],
    facts: [
      {
        name: 'currentGross',
        value: '312500',
        unit: 'cents',
        page: 1,
        box: { left: 0.6, top: 0.4, width: 0.1, height: 0.02 },
        confidence: 100,
        engine: 'text-layer',
      },
    ],
    acceptedAt: '2026-11-21T15:00:00.000Z',
    acceptedBy: 'system:documents',
  },
});
