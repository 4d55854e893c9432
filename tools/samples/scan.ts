/** A document as an office scanner would give it: pictures of its pages, a little turned, grey and noisy, with no text behind them. */
import { deflateSync } from 'node:zlib';
import { withPdf } from '../../lambdas/documents/adapters/pdf-document.ts';
import { encodeGrayPng, type GrayImage } from '../../lambdas/documents/adapters/gray-png.ts';
import { drawPage } from '../../lambdas/documents/adapters/page-renderer.ts';
import { CATALOG, pageObject, pageTree, rawPdf, type RawObject } from './raw-pdf.ts';

export interface ScanSettings {
  /** 1700 is letter at 200 dpi. */
  widthPx: number;
  /** Clockwise. */
  tiltDegrees: number;
  /** Grey levels by which a pixel may be off, of 255. */
  noise: number;
  seed: number;
}

export const OFFICE_SCAN: ScanSettings = { widthPx: 1700, tiltDegrees: 0.4, noise: 20, seed: 7 };

const MAX_PIXELS = 20_000_000;
const PAPER_WIDTH_PT = 612;

export async function scanPdf(pdfBytes: Uint8Array, settings: ScanSettings = OFFICE_SCAN): Promise<Buffer> {
  const pictures = await scanPages(pdfBytes, settings);
  const pages = pictures.flatMap(({ width, height }, index): RawObject[] => {
    const picture = 3 + pictures.length * 2 + index;
    const size = { widthPt: PAPER_WIDTH_PT, heightPt: Math.round((PAPER_WIDTH_PT * height) / width) };
    const content = Buffer.from(`q ${size.widthPt} 0 0 ${size.heightPt} 0 0 cm /Scan Do Q`);
    return [
      pageObject(4 + index * 2, `/XObject << /Scan ${picture} 0 R >>`, size),
      { dictionary: '', stream: content },
    ];
  });
  return rawPdf([CATALOG, pageTree(pictures.length), ...pages, ...pictures.map(pictureObject)]);
}

/** The same as one PNG a page: what a phone's scanner shares. */
export async function scanPngs(
  pdfBytes: Uint8Array,
  settings: ScanSettings = OFFICE_SCAN,
): Promise<Uint8Array[]> {
  return (await scanPages(pdfBytes, settings)).map(encodeGrayPng);
}

function pictureObject({ width, height, pixels }: GrayImage): RawObject {
  const facts = `/Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8`;
  return {
    dictionary: `/Type /XObject /Subtype /Image ${facts} /Filter /FlateDecode`,
    stream: deflateSync(pixels, { level: 6 }),
  };
}

function scanPages(pdfBytes: Uint8Array, settings: ScanSettings): Promise<GrayImage[]> {
  return withPdf(pdfBytes, (pdf) =>
    Array.from({ length: pdf.pageCount }, (_, index) => {
      const drawn = drawPage(pdf, index + 1, { targetWidthPx: settings.widthPx, maxPixels: MAX_PIXELS });
      return spoil(drawn, { ...settings, seed: settings.seed + index });
    }),
  );
}

/** Paper is not quite white and ink not quite black; the noise has eight levels, so that the file stays small. */
const INK = 30;
const PAPER = 235;

function spoil({ width, height, pixels }: GrayImage, { tiltDegrees, noise, seed }: ScanSettings): GrayImage {
  const random = mulberry32(seed);
  const [sine, cosine] = [Math.sin((tiltDegrees * Math.PI) / 180), Math.cos((tiltDegrees * Math.PI) / 180)];
  const [middleX, middleY] = [width / 2, height / 2];
  const out = new Uint8Array(pixels.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const fromX = (x - middleX) * cosine + (y - middleY) * sine + middleX;
      const fromY = (y - middleY) * cosine - (x - middleX) * sine + middleY;
      const shade = INK + (sample(pixels, width, height, fromX, fromY) / 255) * (PAPER - INK);
      const grain = Math.round((random() - 0.5) * 4) * (noise / 2);
      out[y * width + x] = Math.max(0, Math.min(255, shade + grain));
    }
  }
  return { width, height, pixels: out };
}

function sample(pixels: Uint8Array, width: number, height: number, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) return 255;
  const [across, down] = [x - left, y - top];
  const at = top * width + left;
  const upper = pixels[at]! * (1 - across) + pixels[at + 1]! * across;
  const lower = pixels[at + width]! * (1 - across) + pixels[at + width + 1]! * across;
  return upper * (1 - down) + lower * down;
}

/** Small seeded generator (public domain, Tommy Ettinger). */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
