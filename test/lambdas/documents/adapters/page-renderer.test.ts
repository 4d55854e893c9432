import fc from 'fast-check';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { pixelSize, renderPage, renderPages } from '../../../../lambdas/documents/adapters/page-renderer.ts';
import { bankStatementPdf } from '../../../../tools/samples/bank-statement.ts';
import { AVERY_SAMPLE } from '../../../../tools/samples/scenario.ts';

describe('a rendered page', () => {
  it('is a grey PNG of the width asked for, dark where the page has ink', async () => {
    const page = await renderPage(await bankStatementPdf(AVERY_SAMPLE), 1, {
      targetWidthPx: 1700,
      maxPixels: 12_000_000,
    });
    const decoded = PNG.sync.read(Buffer.from(page.png));
    expect([decoded.width, decoded.height]).toEqual([1700, 2200]);
    const ink = decoded.data.filter((value, index) => index % 4 === 0 && value < 128).length;
    expect(ink / (1700 * 2200)).toBeGreaterThan(0.002);
    expect(ink / (1700 * 2200)).toBeLessThan(0.1);
  });

  it('comes page by page, in the order asked for', async () => {
    const seen: number[] = [];
    await renderPages(
      await bankStatementPdf(AVERY_SAMPLE),
      [3, 1],
      async (pageNumber, { widthPx }) => void seen.push(pageNumber, widthPx),
      { targetWidthPx: 200, maxPixels: 1_000_000 },
    );
    expect(seen).toEqual([3, 200, 1, 200]);
  });

  it('never takes more pixels than allowed, whatever the shape of the page', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 1000, noNaN: true }),
        fc.integer({ min: 10_000, max: 50_000_000 }),
        (aspect, maxPixels) => {
          const { width, height } = pixelSize(aspect, { targetWidthPx: 2550, maxPixels });
          expect(width * height).toBeLessThanOrEqual(Math.max(maxPixels, 10_000));
          expect(Math.max(width, height)).toBeLessThanOrEqual(10_000);
          expect(Math.min(width, height)).toBeGreaterThanOrEqual(1);
        },
      ),
    );
  });
});
