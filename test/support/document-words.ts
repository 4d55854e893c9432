import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderPages } from '../../lambdas/documents/adapters/page-renderer.ts';
import { readTextLayer } from '../../lambdas/documents/adapters/pdf-text-layer.ts';
import type { PageWords } from '../../lambdas/documents/domain/page-words.ts';
import { openDocument } from '../../local/services/textract/document-pages.ts';
import { createOcrPool } from '../../local/services/textract/ocr-pool.ts';
import type { OcrPool } from '../../local/services/textract/ocr-pool.ts';
import { readPage } from '../../local/services/textract/page-reader.ts';

const root = join(import.meta.dirname, '../..');
const cacheDirectory = join(root, '.cache/document-words');
const sources = [
  ...['document-pages', 'gray-picture', 'ocr-pool', 'page-reader'].map(
    (name) => `local/services/textract/${name}.ts`,
  ),
  ...['page-renderer', 'pdf-document', 'pdf-text-layer'].map(
    (name) => `lambdas/documents/adapters/${name}.ts`,
  ),
];

/**
 * The pages of a file as the documents capability gets them: a PDF's own text where it can be trusted, else the picture
 * of the page read by the local Textract engine. Kept under `.cache` by the file's content and the engines' sources.
 * @throws whatever the adapters throw on a file that cannot be opened
 */
export async function documentWords(path: string): Promise<PageWords[]> {
  const bytes = readFileSync(path);
  const cached = join(
    cacheDirectory,
    `${createHash('sha256').update(bytes).update(sourcesHash()).digest('hex').slice(0, 32)}.json`,
  );
  if (existsSync(cached)) return JSON.parse(readFileSync(cached, 'utf8')) as PageWords[];
  const pool = createOcrPool(1);
  try {
    const pages = path.endsWith('.pdf') ? await pdfWords(bytes, pool) : [await pictureWords(bytes, 1, pool)];
    mkdirSync(cacheDirectory, { recursive: true });
    writeFileSync(cached, JSON.stringify(pages));
    return pages;
  } finally {
    await pool.stop();
  }
}

async function pdfWords(bytes: Buffer, pool: OcrPool): Promise<PageWords[]> {
  const layer = await readTextLayer(bytes);
  const pages = new Map<number, PageWords>(
    layer.filter((page) => page.trust === 'good').map((page) => [page.pageNumber, page]),
  );
  const pictured = layer.map((page) => page.pageNumber).filter((pageNumber) => !pages.has(pageNumber));
  await renderPages(bytes, pictured, async (pageNumber, page) => {
    pages.set(pageNumber, await pictureWords(page.png, pageNumber, pool));
  });
  return [...pages.values()].sort((one, other) => one.pageNumber - other.pageNumber);
}

async function pictureWords(bytes: Uint8Array, pageNumber: number, pool: OcrPool): Promise<PageWords> {
  const document = await openDocument(bytes);
  try {
    const { words, aspect } = await readPage(await document.page(1), pool);
    return {
      pageNumber,
      engine: 'textract-detect',
      aspect,
      words: words.map(({ text, confidence, left, top, width, height }) => ({
        text,
        confidence,
        box: { left, top, width, height },
      })),
    };
  } finally {
    document.close();
  }
}

function sourcesHash(): Buffer {
  const hash = createHash('sha256');
  for (const source of sources) hash.update(readFileSync(join(root, source)));
  return hash.digest();
}
