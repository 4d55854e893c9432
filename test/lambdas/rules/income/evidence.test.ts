import { describe, expect, it } from 'vitest';
import { EvidenceSchema, distinctEvidence } from '../../../../lambdas/rules/income/evidence.ts';

describe('evidence', () => {
  it('is listed once for each place', () => {
    const first = { source: 'document' as const, documentId: 'doc_1', page: 1, field: 'wages' };
    const other = { ...first, page: 2 };
    expect(distinctEvidence([first, other, { ...first }])).toEqual([first, other]);
  });

  it('has a known source', () => {
    expect(EvidenceSchema.safeParse({ source: 'hearsay' }).success).toBe(false);
    expect(EvidenceSchema.safeParse({ source: 'document', page: 0 }).success).toBe(false);
  });
});
