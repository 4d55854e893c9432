import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageWords, Word } from '../../lambdas/documents/domain/page-words.ts';

interface Run {
  str: string;
  transform: number[];
  width: number;
  height: number;
}

/** Words of a PDF's own text layer, for tests of the readers alone; empty pages have no words. */
export async function textLayer(path: string): Promise<PageWords[]> {
  const document = await getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 }).promise;
  const pages: PageWords[] = [];
  for (let pageNumber = 1; pageNumber <= document.numPages; pageNumber += 1) {
    const page = await document.getPage(pageNumber);
    const { width, height } = page.getViewport({ scale: 1 });
    const content = await page.getTextContent();
    const words = content.items.flatMap((item) => ('str' in item ? wordsOf(item as Run, width, height) : []));
    pages.push({ pageNumber, engine: 'text-layer', aspect: width / height, words });
  }
  return pages;
}

/** A run of text is cut at its spaces; each word takes the share of the run's width that its letters take. */
function wordsOf(run: Run, pageWidth: number, pageHeight: number): Word[] {
  const [left = 0, baseline = 0] = run.transform.slice(4);
  const perLetter = run.width / Math.max(1, run.str.length);
  return [...run.str.matchAll(/\S+/g)].map((match) => ({
    text: match[0],
    confidence: 100,
    box: {
      left: (left + match.index * perLetter) / pageWidth,
      top: (pageHeight - baseline - run.height * 0.8) / pageHeight,
      width: (match[0].length * perLetter) / pageWidth,
      height: run.height / pageHeight,
    },
  }));
}
