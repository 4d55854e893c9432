/** The text that a PDF itself carries, word by word with boxes: no OCR, exact characters. */
import type { Box, PageWords, Word } from '../domain/page-words.ts';
import { judgeTextLayer, type TextLayerTrust } from '../domain/text-layer-trust.ts';
import { withPdf, type OpenPdf } from './pdf-document.ts';
import type { Pdfium } from './pdfium.ts';

export interface TextLayerPage extends PageWords {
  engine: 'text-layer';
  /** `good`: read it; `absent` (a picture) or `suspect` (it may not say what the page shows): go to OCR. */
  trust: TextLayerTrust;
}

/** Device units of a page's longer arithmetic: boxes are exact to a ten-thousandth of the page. */
const GRID = 10_000;
/** A page with more characters than this is not a document that a borrower sends; the rest is left unread. */
const MAX_CHARACTERS_PER_PAGE = 60_000;

/**
 * @param options.pages physical pages from 1; all of them when left out
 * @throws DomainError as `withPdf`
 */
export async function readTextLayer(
  pdfBytes: Uint8Array,
  options: { pages?: readonly number[] } = {},
): Promise<TextLayerPage[]> {
  return withPdf(pdfBytes, (pdf) => {
    const wanted = options.pages ?? Array.from({ length: pdf.pageCount }, (_, index) => index + 1);
    return wanted.map((pageNumber) => readPage(pdf, pageNumber));
  });
}

function readPage(pdf: OpenPdf, pageNumber: number): TextLayerPage {
  return pdf.withPage(pageNumber, (page) => {
    const { pdfium } = pdf;
    const aspect = pdfium._FPDF_GetPageWidthF(page) / pdfium._FPDF_GetPageHeightF(page);
    const { glyphs, unmapped } = readGlyphs(pdfium, page);
    const words = joinGlyphs(glyphs, aspect);
    return { pageNumber, engine: 'text-layer', aspect, words, trust: judgeTextLayer(words, unmapped) };
  });
}

interface Glyph {
  text: string;
  box: Box;
}

function readGlyphs(pdfium: Pdfium, page: number): { glyphs: (Glyph | undefined)[]; unmapped: number } {
  const text = pdfium._FPDFText_LoadPage(page);
  const scratch = pdfium.wasmExports.malloc(16);
  const glyphs: (Glyph | undefined)[] = [];
  let unmapped = 0;
  try {
    const count = Math.min(pdfium._FPDFText_CountChars(text), MAX_CHARACTERS_PER_PAGE);
    for (let index = 0; index < count; index += 1) {
      const code = pdfium._FPDFText_GetUnicode(text, index);
      const character = code === 0 ? '' : String.fromCodePoint(code);
      if (pdfium._FPDFText_HasUnicodeMapError(text, index) === 1) unmapped += 1;
      const blank = character.trim() === '' || pdfium._FPDFText_IsGenerated(text, index) === 1;
      const box = blank ? undefined : glyphBox(pdfium, page, text, index, scratch);
      glyphs.push(box && { text: character, box });
    }
  } finally {
    pdfium.wasmExports.free(scratch);
    pdfium._FPDFText_ClosePage(text);
  }
  return { glyphs, unmapped };
}

/** PDFium's box is in page space (before rotation, from the bottom left); the device grid gives it as the page is seen. */
function glyphBox(
  pdfium: Pdfium,
  page: number,
  text: number,
  index: number,
  scratch: number,
): Box | undefined {
  if (pdfium._FPDFText_GetLooseCharBox(text, index, scratch) === 0) return undefined;
  const view = () => new DataView(pdfium.HEAPU8.buffer, scratch, 16);
  const [left, top, right, bottom] = [0, 4, 8, 12].map((offset) => view().getFloat32(offset, true)) as [
    number,
    number,
    number,
    number,
  ];
  const seen = (x: number, y: number) => {
    pdfium._FPDF_PageToDevice(page, 0, 0, GRID, GRID, 0, x, y, scratch, scratch + 4);
    return { x: view().getInt32(0, true) / GRID, y: view().getInt32(4, true) / GRID };
  };
  const [one, other] = [seen(left, top), seen(right, bottom)];
  const box = {
    left: Math.min(one.x, other.x),
    top: Math.min(one.y, other.y),
    width: Math.abs(one.x - other.x),
    height: Math.abs(one.y - other.y),
  };
  return box.left >= 1 || box.top >= 1 || box.left + box.width <= 0 || box.top + box.height <= 0
    ? undefined
    : box;
}

/** A word ends at a blank, at a gap wider than a third of the letters' height, or where the line changes. */
function joinGlyphs(glyphs: readonly (Glyph | undefined)[], aspect: number): Word[] {
  const words: Word[] = [];
  let current: Glyph[] = [];
  const finish = () => {
    if (current.length > 0)
      words.push({ text: current.map(({ text }) => text).join(''), box: hull(current), confidence: 100 });
    current = [];
  };
  for (const glyph of glyphs) {
    const previous = current.at(-1);
    if (!glyph || (previous && !adjoins(previous.box, glyph.box, aspect))) finish();
    if (glyph) current.push(glyph);
  }
  finish();
  return words;
}

function adjoins(previous: Box, next: Box, aspect: number): boolean {
  const height = Math.min(previous.height, next.height);
  const overlap =
    Math.min(previous.top + previous.height, next.top + next.height) - Math.max(previous.top, next.top);
  if (overlap < height / 2) {
    // text that runs down or up the page: letters follow each other vertically
    const across =
      Math.min(previous.left + previous.width, next.left + next.width) - Math.max(previous.left, next.left);
    return (
      across > Math.min(previous.width, next.width) / 2 &&
      -overlap < (Math.min(previous.width, next.width) * aspect) / 3
    );
  }
  const gap = Math.max(next.left - previous.left - previous.width, previous.left - next.left - next.width);
  return gap * aspect < height / 3;
}

function hull(glyphs: readonly Glyph[]): Box {
  const left = Math.min(...glyphs.map(({ box }) => box.left));
  const top = Math.min(...glyphs.map(({ box }) => box.top));
  const right = Math.max(...glyphs.map(({ box }) => box.left + box.width));
  const bottom = Math.max(...glyphs.map(({ box }) => box.top + box.height));
  return { left, top, width: right - left, height: bottom - top };
}
