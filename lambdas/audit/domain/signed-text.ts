import canonicalize from 'canonicalize';
import type { AuditExport } from '../contracts.ts';

/** What the signature of an export covers: whose chain, as of when, and the head that seals every entry before it. */
export const signedText = ({
  subject,
  exportedAt,
  head,
}: Pick<AuditExport, 'subject' | 'exportedAt' | 'head'>): string =>
  canonicalize({ subject, exportedAt, head }) ?? '';
