/** What an uploaded file really is, against what was declared: decided from its bytes, within stated limits, before anything opens it. */
import { ACCEPTED_TYPES, carriesStowaway, fileKind, type AcceptedType } from './file-kind.ts';
import { FILE_LIMITS, type FileLimits } from './file-limits.ts';
import { jpegFacts, pngFacts, tiffFacts } from './inspection-images.ts';
import { inspectPdfStructure } from './inspection-pdf.ts';
import { refuse, type AcceptedFile, type RefusedFile } from './inspection-verdict.ts';

/** A PDF's pages are counted by the engine that opens it, after this: `pageCount` is undefined until then. */
export type ByteInspection =
  | (Omit<AcceptedFile, 'pageCount'> & { pageCount: number | undefined })
  | RefusedFile;

/** @param declaredType the content type that the upload was signed for */
export function inspectBytes(
  bytes: Uint8Array,
  declaredType: string,
  limits: FileLimits = FILE_LIMITS,
): ByteInspection {
  if (bytes.length === 0) return refuse('empty-file');
  if (bytes.length > limits.maxBytes) return refuse('too-large');
  const kind = fileKind(bytes);
  if (kind === 'heic') return refuse('heic-not-accepted');
  if (!isAccepted(declaredType)) return refuse('type-not-accepted');
  if (kind === 'unknown') return refuse(holdsPdfLater(bytes) ? 'mixed-content' : kindless(declaredType));
  if (ACCEPTED_TYPES[declaredType] !== kind) return refuse('type-mismatch');
  return kind === 'pdf' ? inspectPdf(bytes, limits) : inspectImage(bytes, kind, declaredType, limits);
}

const isAccepted = (type: string): type is AcceptedType => Object.hasOwn(ACCEPTED_TYPES, type);

/** A PDF whose header comes after other bytes opens in some viewers and is something else in others. */
function holdsPdfLater(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 2048)).includes('%PDF-');
}

/** Nothing that we know: a broken copy of what was declared, as far as the borrower is concerned. */
const kindless = (declaredType: AcceptedType) =>
  declaredType === 'application/pdf' ? 'corrupt' : 'type-mismatch';

function inspectPdf(bytes: Uint8Array, limits: FileLimits): ByteInspection {
  const structure = inspectPdfStructure(bytes, limits.pdf);
  if (typeof structure === 'string') return refuse(structure);
  if (carriesStowaway(bytes, structure.end)) return refuse('mixed-content');
  return {
    ok: true,
    kind: 'pdf',
    contentType: 'application/pdf',
    pageCount: undefined,
    activeContent: structure.activeContent,
  };
}

function inspectImage(
  bytes: Uint8Array,
  kind: 'png' | 'jpeg' | 'tiff',
  contentType: AcceptedType,
  limits: FileLimits,
): ByteInspection {
  const facts = {
    png: pngFacts,
    jpeg: jpegFacts,
    tiff: (file: Uint8Array) => tiffFacts(file, limits.maxPages),
  }[kind](bytes);
  if (!facts || facts.widthPx === 0 || facts.heightPx === 0) return refuse('corrupt');
  const { maxSidePx, maxPixels, maxBytes } = limits.image;
  const oversize =
    Math.max(facts.widthPx, facts.heightPx) > maxSidePx || facts.widthPx * facts.heightPx > maxPixels;
  if (oversize || (kind !== 'tiff' && bytes.length > maxBytes)) return refuse('picture-too-large');
  if (facts.pageCount > limits.maxPages) return refuse('too-many-pages');
  if (carriesStowaway(bytes, facts.end)) return refuse('mixed-content');
  return { ok: true, kind, contentType, pageCount: facts.pageCount, activeContent: [] };
}
