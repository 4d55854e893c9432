import * as z from 'zod';
import { documentTypes } from '../../shared/document-types.ts';
import { ContactIdSchema, DocumentIdSchema, LoanIdSchema, TaskIdSchema } from '../../shared/ids.ts';
import { documentStates } from './document-states.ts';
import { ACCEPTED_TYPES, type AcceptedType } from './file-kind.ts';
import { endCodes } from './return-reasons.ts';

/** One value that a reviewer read otherwise than the machine; in normal form (integer cents as text, ISO date). */
export const Correction = z.strictObject({
  /** Document within the file, from 0. */
  part: z.int().nonnegative().default(0),
  fact: z.string().regex(/^[A-Za-z0-9]{1,60}$/),
  value: z.string().min(1).max(100),
});
export type Correction = z.output<typeof Correction>;

const namedTypes = documentTypes.filter((type) => type !== 'unknown');

/** What a person says an unknown document of the file is. */
export const Reclassified = z.strictObject({
  /** Document within the file, from 0. */
  part: z.int().nonnegative().default(0),
  type: z.enum(namedTypes),
});
export type Reclassified = z.output<typeof Reclassified>;

export const ReviewDecision = z.object({
  decision: z.enum(['accept', 'return']),
  reasonCode: z.string(),
  corrections: z.array(Correction),
  /** What the person says that unknown documents of the file are. */
  reclassified: z.array(Reclassified).optional(),
  by: z.string(),
  at: z.iso.datetime(),
});
export type ReviewDecision = z.infer<typeof ReviewDecision>;

/** A wait for a person: the task in the branch's list, and the token of the machine that waits. */
export const Review = z.object({
  taskId: TaskIdSchema,
  token: z.string(),
  openedAt: z.iso.datetime(),
  escalated: z.boolean(),
  decision: ReviewDecision.optional(),
});
export type Review = z.infer<typeof Review>;

const acceptedTypes = Object.keys(ACCEPTED_TYPES) as [AcceptedType, ...AcceptedType[]];

/** One uploaded file and what became of it. What was read of it stands in the documents bucket, not here. */
export const Document = z.object({
  loanId: LoanIdSchema,
  documentId: DocumentIdSchema,
  ownerContactId: ContactIdSchema,
  uploadedBy: z.string(),
  /** As the sender called it: shown, never part of a key. */
  fileName: z.string(),
  contentType: z.enum(acceptedTypes),
  sizeBytes: z.int().positive(),
  /** Base64, as S3 writes checksums. */
  sha256: z.string(),
  state: z.enum(documentStates),
  requestedAt: z.iso.datetime(),
  uploadUntil: z.iso.datetime(),
  /** Set once the file has passed: the version that was scanned, and its copy in the documents bucket. */
  file: z
    .object({ sourceVersionId: z.string(), key: z.string(), versionId: z.string().optional() })
    .optional(),
  receivedAt: z.iso.datetime().optional(),
  scanVerdict: z.enum(['THREATS_FOUND', 'UNSUPPORTED', 'FAILED']).optional(),
  types: z.array(z.enum(documentTypes)).optional(),
  /** An accepted package whose facts are still being written: so many of its parts are there. */
  factsWritten: z.int().nonnegative().optional(),
  review: Review.optional(),
  reasonCode: z.enum(endCodes).optional(),
  /** A sentence for the borrower. */
  plainReason: z.string().optional(),
  /** What the sender is told beside an acceptance. */
  aside: z.object({ code: z.string(), text: z.string() }).optional(),
  decidedAt: z.iso.datetime().optional(),
  decidedBy: z.string().optional(),
  version: z.int().positive(),
});
export type Document = z.infer<typeof Document>;

/** Where the file lies, in both buckets: ids alone. */
export const fileKey = (loanId: string, documentId: string): string => `loans/${loanId}/${documentId}`;

const fileKeyPattern = /^loans\/(loan_[0-9A-HJKMNP-TV-Z]{26})\/(doc_[0-9A-HJKMNP-TV-Z]{26})$/;

/** The document that an object's key names; undefined for what is no upload of ours. */
export function idsOfKey(key: string): { loanId: string; documentId: string } | undefined {
  const [, loanId, documentId] = fileKeyPattern.exec(key) ?? [];
  return loanId === undefined || documentId === undefined ? undefined : { loanId, documentId };
}
