import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { PDFDocument } from 'pdf-lib';
import { PNG } from 'pngjs';
import { createWorker, OEM, PSM } from 'tesseract.js';
import type { Worker } from 'tesseract.js';
import type { PageWords, Word } from '../../lambdas/documents/domain/page-words.ts';

/** Page width of the picture given to OCR; wide enough for a letter page, small enough for 2 cores. */
const WIDTH = 2000;
const VERSION = 'v3';
const cacheDirectory = join(import.meta.dirname, '../../.cache/ocr');
const require = createRequire(import.meta.url);
const languagePath = join(dirname(require.resolve('@tesseract.js-data/eng/package.json')), '4.0.0_best_int');

/** Words of every page of a picture or PDF by tesseract alone; results are kept under `.cache/ocr` by content hash. */
export async function ocrFile(path: string, pages?: readonly number[]): Promise<PageWords[]> {
  const bytes = readFileSync(path);
  const key = createHash('sha256').update(bytes).update(`${VERSION}:${WIDTH}`).digest('hex').slice(0, 32);
  const cached = join(cacheDirectory, `${key}.json`);
  if (existsSync(cached)) {
    return JSON.parse(readFileSync(cached, 'utf8')) as PageWords[];
  }
  const found = await ocrBytes(path, bytes, pages);
  mkdirSync(cacheDirectory, { recursive: true });
  writeFileSync(cached, JSON.stringify(found));
  return found;
}

async function ocrBytes(path: string, bytes: Buffer, pages?: readonly number[]): Promise<PageWords[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(path.endsWith('.pdf') ? bytes : await asPdf(path, bytes));
  const worker = await createWorker('eng', OEM.LSTM_ONLY, {
    langPath: languagePath,
    cacheMethod: 'none',
    gzip: true,
  });
  try {
    const found: PageWords[] = [];
    for (const page of document.pages()) {
      const number = page.number + 1;
      if (pages && !pages.includes(number)) continue;
      const { originalWidth, originalHeight } = page.getOriginalSize();
      const picture = await page.render({
        scale: WIDTH / originalWidth,
        render: async (options) => encode(options.data, options.width, options.height),
      });
      if (process.env['OCR_KEEP_PICTURES'])
        writeFileSync(join(cacheDirectory, `${path.split('/').at(-1)}-${number}.png`), picture.data);
      found.push({
        pageNumber: number,
        engine: 'textract-detect',
        aspect: originalWidth / originalHeight,
        words: await recognise(worker, Buffer.from(picture.data), picture.width, picture.height),
      });
    }
    return found;
  } finally {
    await worker.terminate();
    document.destroy();
    library.destroy();
  }
}

/** Two passes merged by box: layout analysis (3) reads runs of text, sparse text (11) finds what tables and rules hide. */
async function recognise(worker: Worker, picture: Buffer, width: number, height: number): Promise<Word[]> {
  await worker.setParameters({ tessedit_pageseg_mode: PSM.AUTO });
  const first = await onePass(worker, picture, width, height);
  await worker.setParameters({ tessedit_pageseg_mode: PSM.SPARSE_TEXT });
  const second = await onePass(worker, picture, width, height);
  return [...first, ...second.filter((word) => !first.some((other) => overlap(word, other) > 0.3))];
}

async function onePass(worker: Worker, picture: Buffer, width: number, height: number): Promise<Word[]> {
  const { data } = await worker.recognize(picture, {}, { text: false, blocks: true });
  const words = (data.blocks ?? []).flatMap((block) =>
    block.paragraphs.flatMap((paragraph) => paragraph.lines.flatMap((line) => line.words)),
  );
  return words
    .filter((word) => word.text.trim() !== '')
    .map(({ text, confidence, bbox }) => ({
      text,
      confidence,
      box: {
        left: bbox.x0 / width,
        top: bbox.y0 / height,
        width: (bbox.x1 - bbox.x0) / width,
        height: (bbox.y1 - bbox.y0) / height,
      },
    }));
}

function overlap(one: Word, other: Word): number {
  const width =
    Math.min(one.box.left + one.box.width, other.box.left + other.box.width) -
    Math.max(one.box.left, other.box.left);
  const height =
    Math.min(one.box.top + one.box.height, other.box.top + other.box.height) -
    Math.max(one.box.top, other.box.top);
  return width <= 0 || height <= 0
    ? 0
    : (width * height) / Math.min(one.box.width * one.box.height, other.box.width * other.box.height);
}

async function asPdf(path: string, bytes: Buffer): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const image = /\.jpe?g$/i.test(path) ? await document.embedJpg(bytes) : await document.embedPng(bytes);
  const page = document.addPage([image.width, image.height]);
  page.drawImage(image, { x: 0, y: 0, width: image.width, height: image.height });
  return document.save();
}

async function encode(data: Uint8Array, width: number, height: number): Promise<Uint8Array> {
  const png = new PNG({ width, height });
  for (let at = 0; at < data.length; at += 4) {
    png.data[at] = data[at + 2] ?? 0;
    png.data[at + 1] = data[at + 1] ?? 0;
    png.data[at + 2] = data[at] ?? 0;
    png.data[at + 3] = 255;
  }
  return PNG.sync.write(png, { deflateLevel: 1, filterType: 0 });
}
