import * as z from 'zod';

/** Where a figure was read or who said it: enough to open the page and look. Ids only, never a person's data. */
export const EvidenceSchema = z.strictObject({
  source: z.enum(['document', 'employer-record', 'tax-transcript', 'borrower', 'staff']),
  documentId: z.string().min(1).optional(),
  /** From 1. */
  page: z.int().positive().optional(),
  field: z.string().min(1).optional(),
});
export type Evidence = z.infer<typeof EvidenceSchema>;

/** A figure and where it stands. A figure without evidence cannot be worded, so none is ever used. */
export interface Cited<T> {
  value: T;
  evidence: Evidence;
}

export const cited = <T extends z.ZodType>(value: T) => z.strictObject({ value, evidence: EvidenceSchema });

/** Each place once, in the order first cited. */
export function distinctEvidence(all: readonly Evidence[]): Evidence[] {
  const seen = new Map<string, Evidence>();
  for (const evidence of all) {
    const { source, documentId = '', page = '', field = '' } = evidence;
    const key = JSON.stringify([source, documentId, page, field]);
    if (!seen.has(key)) seen.set(key, evidence);
  }
  return [...seen.values()];
}
