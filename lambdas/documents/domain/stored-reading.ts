import * as z from 'zod';
import { documentTypes } from '../../shared/document-types.ts';
import type { DocumentReading } from './document-reading.ts';
import { isSealed } from './facts.ts';
import type { Finding } from './reconcile/finding.ts';
import type { Verdict } from './verdict.ts';

const Box = z.object({ left: z.number(), top: z.number(), width: z.number(), height: z.number() });
const engines = ['text-layer', 'textract-detect', 'textract-lending'] as const;

export const ReadField = z.object({
  name: z.string(),
  kind: z.enum(['money', 'date', 'decimal', 'text', 'identifier', 'flag']),
  printed: z.string().optional(),
  value: z.union([z.number(), z.string(), z.boolean()]).optional(),
  /** A social security number, an account or a birth date: on the page, not here. */
  sealed: z.boolean(),
  page: z.int(),
  box: Box,
  confidence: z.number(),
  engine: z.enum(engines),
  trust: z.enum(['confirmed', 'clear', 'doubtful']),
  doubt: z.string().optional(),
});

const ReviewItem = z.object({ code: z.string(), reason: z.string(), fields: z.array(z.string()) });

/** One document of the file as it was read, checked and judged: values without the sealed ones. */
export const ReadPart = z.object({
  type: z.enum(documentTypes),
  pages: z.array(z.int()),
  meanConfidence: z.number(),
  engine: z.enum(engines),
  fields: z.array(ReadField),
  absent: z.array(z.object({ name: z.string(), reason: z.string() })),
  findings: z.array(
    z.object({
      rule: z.string(),
      severity: z.enum(['info', 'warning', 'blocking']),
      fields: z.array(z.string()),
      reason: z.string(),
    }),
  ),
  outcome: z.enum(['accepted', 'ask-borrower', 'person-reviews']),
  lookAt: z.array(ReviewItem),
  ask: z.object({ code: z.string(), reason: z.string() }).optional(),
});
export type ReadPart = z.infer<typeof ReadPart>;

export const StoredReading = z.object({ schemaVersion: z.literal(1), parts: z.array(ReadPart) });
export type StoredReading = z.infer<typeof StoredReading>;

/** What is kept of a reading: sealed values are left on the page. */
export function readPart(reading: DocumentReading, findings: readonly Finding[], verdict: Verdict): ReadPart {
  const { type, pages, meanConfidence, engine, absent } = reading;
  return {
    type,
    pages: [...pages],
    meanConfidence: Number.isFinite(meanConfidence) ? meanConfidence : 0,
    engine,
    absent: [...absent],
    fields: reading.fields.map(({ value, printed, ...field }) => {
      const sealed = isSealed(field);
      return { ...field, sealed, ...(sealed ? {} : { value, printed }) };
    }),
    findings: findings.map((finding) => ({ ...finding, fields: [...finding.fields] })),
    outcome: verdict.outcome,
    lookAt:
      verdict.outcome === 'person-reviews'
        ? verdict.lookAt.map((item) => ({ ...item, fields: [...item.fields] }))
        : [],
    ...(verdict.outcome === 'ask-borrower' ? { ask: { code: verdict.code, reason: verdict.reason } } : {}),
  };
}
