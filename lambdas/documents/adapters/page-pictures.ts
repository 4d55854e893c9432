import { DomainError } from '../../shared/errors.ts';
import { jpegFacts, pngFacts, tiffFacts } from '../domain/inspection-images.ts';
import type { PageWords } from '../domain/page-words.ts';
import { renderPages } from './page-renderer.ts';
import type { Inspected, ReadRange } from './readings.ts';
import type { PicturedPage } from './textract-words.ts';

/** Reads one picture of a page: DetectDocumentText, or a fake. */
export type ReadPicture = (picture: Uint8Array, page: PicturedPage) => Promise<PageWords>;

/** Pictures under way at once: Textract's own limit is per second, and a page takes about one. */
const inFlightAtMost = 3;

/** Draws the pages and has them read, a few at a time. A page that the engine refuses is named, one without answer fails the step. */
export async function readPictures(
  bytes: Uint8Array,
  kind: Inspected['kind'],
  pageNumbers: readonly number[],
  read: ReadPicture,
): Promise<ReadRange> {
  const found: ReadRange = { pages: [], unread: [] };
  const underWay = new Set<Promise<void>>();
  let failure: unknown;

  async function readOne(picture: Uint8Array, page: PicturedPage): Promise<void> {
    try {
      const { pageNumber, engine, aspect, words } = await read(picture, page);
      found.pages.push({ pageNumber, engine, aspect, words: [...words] });
    } catch (error) {
      if (error instanceof DomainError && error.code === 'PageNotReadable')
        found.unread.push(page.pageNumber);
      else failure ??= error;
    }
  }

  async function take(picture: Uint8Array, page: PicturedPage): Promise<void> {
    if (failure !== undefined) throw failure;
    const work: Promise<void> = readOne(picture, page).finally(() => underWay.delete(work));
    underWay.add(work);
    if (underWay.size >= inFlightAtMost) await Promise.race(underWay);
  }

  if (kind === 'pdf') {
    await renderPages(bytes, pageNumbers, (pageNumber, { png, aspect }) => take(png, { pageNumber, aspect }));
  } else if (pageNumbers.length === 1) {
    await take(bytes, { pageNumber: pageNumbers[0] ?? 1, aspect: aspectOf(bytes, kind) });
  } else {
    // Textract takes TIFFs of one page alone in a synchronous call.
    found.unread.push(...pageNumbers);
  }
  await Promise.all(underWay);
  if (failure !== undefined) throw failure;
  found.pages.sort((a, b) => a.pageNumber - b.pageNumber);
  return found;
}

function aspectOf(bytes: Uint8Array, kind: 'png' | 'jpeg' | 'tiff'): number {
  const facts = kind === 'tiff' ? tiffFacts(bytes, 1) : (kind === 'png' ? pngFacts : jpegFacts)(bytes);
  return facts && facts.heightPx > 0 ? facts.widthPx / facts.heightPx : 1;
}
