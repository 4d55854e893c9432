import * as z from 'zod';
import { documentTypes } from '../shared/document-types.ts';
import { ContactIdSchema, DocumentIdSchema, LoanIdSchema } from '../shared/ids.ts';
import { Correction, Reclassified } from './domain/document.ts';
import { returnCodes } from './domain/return-reasons.ts';
import { shownStates } from './domain/shown-document.ts';
import { ReadPart } from './domain/stored-reading.ts';

export const LoanParams = z.object({ loanId: LoanIdSchema });
export const DocumentParams = z.object({ loanId: LoanIdSchema, documentId: DocumentIdSchema });

export const RequestUpload = z.strictObject({
  fileName: z.string().min(1).max(200),
  contentType: z.string().max(100),
  /** 0 is refused by a rule, with a sentence for the borrower. */
  sizeBytes: z.int().nonnegative(),
  /** Base64 of the 32 bytes, as S3 takes it. */
  sha256: z.string().regex(/^[A-Za-z0-9+/]{43}=$/, 'must be the SHA-256 of the file in base64'),
  /** A borrower's own when left out; staff must say whose document it is. */
  ownerContactId: ContactIdSchema.optional(),
});
export type RequestUpload = z.output<typeof RequestUpload>;

export const UploadOpened = z.object({
  documentId: DocumentIdSchema,
  upload: z.object({
    url: z.string(),
    method: z.literal('PUT'),
    /** To be sent exactly so: they are signed. */
    headers: z.record(z.string(), z.string()),
    expiresAt: z.iso.datetime(),
  }),
});
export const UploadKnown = z.object({ documentId: DocumentIdSchema, duplicateOf: z.literal(true) });

export const ListDocuments = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(2000).optional(),
});

export const DocumentSummary = z.object({
  documentId: DocumentIdSchema,
  ownerContactId: ContactIdSchema,
  fileName: z.string(),
  contentType: z.string(),
  sizeBytes: z.int(),
  state: z.enum(shownStates),
  types: z.array(z.enum(documentTypes)).optional(),
  reason: z.object({ code: z.string(), text: z.string() }).optional(),
  requestedAt: z.iso.datetime(),
  uploadUntil: z.iso.datetime().optional(),
  receivedAt: z.iso.datetime().optional(),
  decidedAt: z.iso.datetime().optional(),
});

/** Beside the summary, for staff alone. */
export const DocumentView = DocumentSummary.extend({
  uploadedBy: z.string().optional(),
  decidedBy: z.string().optional(),
  pageCount: z.int().optional(),
  /** What a person who opens the file should know: scripts, embedded files. */
  activeContent: z.array(z.string()).optional(),
  review: z
    .object({
      taskId: z.string(),
      openedAt: z.iso.datetime(),
      escalated: z.boolean(),
      decision: z.enum(['accept', 'return']).optional(),
      reclassified: z.array(Reclassified).optional(),
    })
    .optional(),
  parts: z.array(ReadPart).optional(),
});
export const DocumentPage = z.object({ items: z.array(DocumentSummary), next: z.string().optional() });

export const FileLink = z.object({ url: z.string(), contentType: z.string(), expiresAt: z.iso.datetime() });

export const RecordReview = z.discriminatedUnion('decision', [
  z.strictObject({
    decision: z.literal('accept'),
    reasonCode: z.enum(['ReadByPerson', 'ConfirmedWithBorrower', 'ConfirmedWithSource']),
    corrections: z.array(Correction).max(50).default([]),
    /** Names documents that the machine did not know; each needs corrections with the values that decide. */
    reclassified: z.array(Reclassified).max(20).default([]),
  }),
  z.strictObject({ decision: z.literal('return'), reasonCode: z.enum(returnCodes) }),
]);
export type RecordReview = z.output<typeof RecordReview>;

export const ReviewRecorded = z.object({
  documentId: DocumentIdSchema,
  decision: z.enum(['accept', 'return']),
  recordedAt: z.iso.datetime(),
});

/** What every step of the intake is given; version 1. */
export const IntakeStep = z.object({
  version: z.literal(1),
  loanId: LoanIdSchema,
  documentId: DocumentIdSchema,
  correlationId: z.string(),
});
export type IntakeStep = z.output<typeof IntakeStep>;

/** An Analyze Lending job of the picture of one page. */
export const LendingJob = z.object({ page: z.int().positive(), jobId: z.string() });
