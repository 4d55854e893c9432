import { cents } from '../../../../lambdas/shared/money.ts';
import type { Cited } from '../../../../lambdas/rules/income/evidence.ts';
import type { Cents } from '../../../../lambdas/shared/money.ts';

/** A value read from a document, for tests. */
export const cite = <const T>(value: T, field = 'someField', documentId = 'doc_sample'): Cited<T> => ({
  value,
  evidence: { source: 'document', documentId, page: 1, field },
});

export const citeCents = (value: number, field?: string): Cited<Cents> => cite(cents(value), field);
