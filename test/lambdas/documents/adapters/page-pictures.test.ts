import { describe, expect, it } from 'vitest';
import { PDFDocument } from 'pdf-lib';
import { readPictures } from '../../../../lambdas/documents/adapters/page-pictures.ts';
import { invalid, unavailable } from '../../../../lambdas/shared/errors.ts';

async function pdfOf(pages: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (let page = 0; page < pages; page += 1) pdf.addPage([200, 260]);
  return await pdf.save();
}
const words = (pageNumber: number) => ({
  pageNumber,
  engine: 'textract-detect' as const,
  aspect: 1,
  words: [],
});

describe('reading pages as pictures', () => {
  it('reads each page once, a few at a time, and gives them in order', async () => {
    let underWay = 0;
    let most = 0;
    const range = await readPictures(await pdfOf(7), 'pdf', [1, 2, 3, 5, 7], async (_png, { pageNumber }) => {
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise((resolve) => setTimeout(resolve, 10 - pageNumber));
      underWay -= 1;
      return words(pageNumber);
    });
    expect(range.pages.map(({ pageNumber }) => pageNumber)).toEqual([1, 2, 3, 5, 7]);
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(3);
  });

  it('names a page that the engine refuses and keeps the others', async () => {
    const range = await readPictures(await pdfOf(3), 'pdf', [1, 2, 3], async (_png, { pageNumber }) => {
      if (pageNumber === 2) throw invalid('PageNotReadable', 'no');
      return words(pageNumber);
    });
    expect([range.pages.length, range.unread]).toEqual([2, [2]]);
  });

  it('fails as a whole when a page gets no answer: an outage reads nothing', async () => {
    const read = readPictures(await pdfOf(5), 'pdf', [1, 2, 3, 4, 5], async (_png, { pageNumber }) => {
      if (pageNumber === 2) throw unavailable('TextractUnavailable', 'no');
      return words(pageNumber);
    });
    await expect(read).rejects.toMatchObject({ code: 'TextractUnavailable' });
  });

  it('leaves a TIFF of several pages to a person', async () => {
    const range = await readPictures(new Uint8Array(8), 'tiff', [1, 2], async () => words(1));
    expect(range).toEqual({ pages: [], unread: [1, 2] });
  });
});
