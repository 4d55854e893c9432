import { DomainError } from '../../shared/errors.ts';
import { FILE_LIMITS, type FileLimits } from '../domain/file-limits.ts';
import { inspectBytes } from '../domain/inspection.ts';
import { refuse, type Inspection } from '../domain/inspection-verdict.ts';
import { withPdf } from './pdf-document.ts';

/** The bytes' verdict, and for a PDF that passed it, whether it opens and how many pages it has. */
export async function inspectFile(
  bytes: Uint8Array,
  declaredType: string,
  limits: FileLimits = FILE_LIMITS,
): Promise<Inspection> {
  const found = inspectBytes(bytes, declaredType, limits);
  if (!found.ok) return found;
  const pageCount = found.pageCount ?? (await countPages(bytes));
  if (typeof pageCount === 'string') return refuse(pageCount);
  if (pageCount > limits.maxPages) return refuse('too-many-pages');
  return { ...found, pageCount };
}

async function countPages(bytes: Uint8Array): Promise<number | 'encrypted' | 'corrupt'> {
  try {
    // loading the first page proves more than a count that the file states about itself
    return await withPdf(bytes, ({ pageCount, withPage }) => withPage(1, () => pageCount));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.code === 'PdfEncrypted') return 'encrypted';
    if (error.code === 'PdfUnreadable' || error.code === 'PdfPageMissing') return 'corrupt';
    throw error;
  }
}
