/** A document's bytes as pages that can be drawn: PDF by PDFium, PNG by pngjs, JPEG by PDFium inside a one-page PDF. */
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { PDFDocument } from 'pdf-lib';
import { PNG } from 'pngjs';
import { AwsError } from '../service.ts';
import type { GrayPicture } from './gray-picture.ts';

export type DocumentFormat = 'pdf' | 'png' | 'jpeg' | 'tiff' | 'unknown';

/** One page before it is decoded. */
export interface PagePicture {
  width: number;
  height: number;
  /** The page's own file, where it is a PNG. */
  png?: Buffer;
  gray(): Promise<GrayPicture>;
}

export interface DocumentPages {
  format: DocumentFormat;
  pageCount: number;
  /** @param pageNumber from 1; a PDF's page comes 1,700 px wide, a picture as it is. */
  page(pageNumber: number): Promise<PagePicture>;
  close(): void;
}

/** 200 dpi on letter paper. */
const DRAWN_WIDTH_PX = 1700;

export function formatOf(bytes: Uint8Array): DocumentFormat {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('\x89PNG\r\n')) return 'png';
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  return head.startsWith('II*\0') || head.startsWith('MM\0*') ? 'tiff' : 'unknown';
}

/** @throws AwsError UnsupportedDocumentException, BadDocumentException: as Textract names them */
export async function openDocument(bytes: Uint8Array): Promise<DocumentPages> {
  const format = formatOf(bytes);
  // Textract reads TIFF; this endpoint has no decoder for it and says so
  if (format === 'unknown' || format === 'tiff') {
    throw new AwsError('UnsupportedDocumentException', 'Request has unsupported document format');
  }
  try {
    if (format === 'png') return pngPage(bytes);
    if (format === 'jpeg') return { ...(await openPdf(await wrapJpeg(bytes), 'native')), format };
    return await openPdf(bytes, 'asked');
  } catch {
    throw new AwsError('BadDocumentException', 'Request has invalid document: the document cannot be read');
  }
}

function pngPage(bytes: Uint8Array): DocumentPages {
  const png = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const picture = {
    width: png.readUInt32BE(16),
    height: png.readUInt32BE(20),
    png,
    gray: () => decodePng(png),
  };
  return { format: 'png', pageCount: 1, page: () => Promise.resolve(picture), close: () => undefined };
}

function decodePng(png: Buffer): Promise<GrayPicture> {
  const { width, height, data } = PNG.sync.read(png);
  const pixels = new Uint8Array(width * height);
  for (let index = 0; index < pixels.length; index += 1) {
    const at = index * 4;
    const grey = 0.299 * data[at]! + 0.587 * data[at + 1]! + 0.114 * data[at + 2]!;
    const alpha = data[at + 3]!;
    pixels[index] = Math.round(grey * (alpha / 255) + 255 - alpha);
  }
  return Promise.resolve({ width, height, pixels });
}

/** One point a pixel, so that drawing at the page's own width gives the picture back. */
async function wrapJpeg(bytes: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const image = await pdf.embedJpg(bytes);
  pdf
    .addPage([image.width, image.height])
    .drawImage(image, { x: 0, y: 0, width: image.width, height: image.height });
  return pdf.save({ useObjectStreams: false });
}

async function openPdf(bytes: Uint8Array, width: 'asked' | 'native'): Promise<DocumentPages> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  return {
    format: 'pdf',
    pageCount: document.getPageCount(),
    async page(pageNumber) {
      const page = document.getPage(pageNumber - 1);
      const scale = width === 'native' ? 1 : DRAWN_WIDTH_PX / page.getOriginalSize().originalWidth;
      const drawn = await page.render({
        scale,
        render: 'bitmap',
        colorSpace: 'Gray',
        renderFormFields: true,
      });
      const picture = { width: drawn.width, height: drawn.height, pixels: drawn.data };
      return { width: picture.width, height: picture.height, gray: () => Promise.resolve(picture) };
    },
    close() {
      document.destroy();
      library.destroy();
    },
  };
}
