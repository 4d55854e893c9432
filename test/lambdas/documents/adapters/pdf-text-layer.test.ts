import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { degrees, PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { readTextLayer } from '../../../../lambdas/documents/adapters/pdf-text-layer.ts';
import { bankStatementPdf } from '../../../../tools/samples/bank-statement.ts';
import { payStubPdf } from '../../../../tools/samples/pay-stub.ts';
import { scanPdf } from '../../../../tools/samples/scan.ts';
import { AVERY_SAMPLE } from '../../../../tools/samples/scenario.ts';

describe('the text layer of a PDF', () => {
  it('gives each word with its box as shares of the page', async () => {
    const [page] = await readTextLayer(await payStubPdf(AVERY_SAMPLE));
    expect(page).toMatchObject({ pageNumber: 1, engine: 'text-layer', trust: 'good' });
    expect(page?.aspect).toBeCloseTo(612 / 792, 3);
    const gross = page?.words.find(({ text }) => text === 'Gross');
    const net = page?.words.find(({ text }) => text === '2,347.20');
    expect(gross?.box.left).toBeCloseTo(40 / 612, 2);
    expect((net?.box.left ?? 0) + (net?.box.width ?? 0)).toBeCloseTo(460 / 612, 2);
    expect(net?.box.top).toBeGreaterThan(gross?.box.top ?? 1);
  });

  it('reads only the pages asked for', async () => {
    const pages = await readTextLayer(await bankStatementPdf(AVERY_SAMPLE), { pages: [3, 2] });
    expect(pages.map(({ pageNumber }) => pageNumber)).toEqual([3, 2]);
    expect(pages[0]?.words.map(({ text }) => text)).toContain('Important');
  });

  it('puts the words of a page that is shown turned where a person sees them', async () => {
    const pdf = await PDFDocument.load(await payStubPdf(AVERY_SAMPLE));
    pdf.getPage(0).setRotation(degrees(90));
    const [page] = await readTextLayer(await pdf.save());
    const title = page?.words.find(({ text }) => text === 'Earnings');
    expect(page?.aspect).toBeCloseTo(792 / 612, 3);
    expect(title?.box.height).toBeGreaterThan(title?.box.width ?? 1);
    expect(title?.box.left).toBeGreaterThan(0.9);
  });

  it('reads what was typed into form fields', async () => {
    const pdf = await PDFDocument.create();
    const field = pdf.getForm().createTextField('borrower.name');
    field.setText('Typed Into Form');
    field.addToPage(pdf.addPage([612, 792]), { x: 50, y: 400, width: 200, height: 20 });
    const [page] = await readTextLayer(await pdf.save());
    expect(page?.words.map(({ text }) => text)).toEqual(['Typed', 'Into', 'Form']);
  });

  it('says that a scan has none', async () => {
    const [page] = await readTextLayer(await scanPdf(await payStubPdf(AVERY_SAMPLE)));
    expect(page).toMatchObject({ trust: 'absent', words: [] });
  });

  it('refuses a file that is no PDF, by code', async () => {
    await expect(readTextLayer(Buffer.from('not a document'))).rejects.toMatchObject({
      code: 'PdfUnreadable',
    });
  });

  it('runs from one bundled file on its own', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'bundle-'));
    try {
      await writeFile(path.join(folder, 'stub.pdf'), await payStubPdf(AVERY_SAMPLE));
      const reader = path.resolve(
        import.meta.dirname,
        '../../../../lambdas/documents/adapters/pdf-text-layer.ts',
      );
      await build({
        stdin: {
          contents: `import { readFileSync } from 'node:fs'; import { readTextLayer } from ${JSON.stringify(reader)};
            const pages = await readTextLayer(readFileSync(process.argv[2])); process.stdout.write(String(pages[0].words.length));`,
          resolveDir: import.meta.dirname,
        },
        bundle: true,
        platform: 'node',
        format: 'esm',
        outfile: path.join(folder, 'index.mjs'),
      });
      const ran = await promisify(execFile)(process.execPath, [
        path.join(folder, 'index.mjs'),
        path.join(folder, 'stub.pdf'),
      ]);
      expect(Number(ran.stdout)).toBeGreaterThan(80);
      expect((await readFile(path.join(folder, 'index.mjs'))).length).toBeLessThan(8_000_000);
    } finally {
      await rm(folder, { recursive: true });
    }
  }, 30_000);
});
