/** A page of a PDF as the grey picture that is sent to be read. */
import { encodeGrayPng, type GrayImage } from './gray-png.ts';
import { withPdf, type OpenPdf } from './pdf-document.ts';

/**
 * Never by dpi: pages of card size and of 40 inches both come. 1,700 px is a letter page at 200 dpi, where legible scans
 * read best; more than 2,550 helps nothing.
 */
export interface RenderSize {
  /** 1,700 to 2,550. */
  targetWidthPx: number;
  /** The memory that one page may take, one byte a pixel; narrower than asked when the page is long. */
  maxPixels: number;
}

export const READING_SIZE: RenderSize = { targetWidthPx: 1700, maxPixels: 12_000_000 };

/** Textract refuses a longer side than this. */
const LONGEST_SIDE_PX = 10_000;

export interface RenderedPage {
  png: Uint8Array;
  widthPx: number;
  heightPx: number;
  /** Width by height of the page; boxes of an answer about the picture are shares of the page itself. */
  aspect: number;
}

/**
 * @param pageNumber from 1
 * @throws DomainError as `withPdf`
 */
export async function renderPage(
  pdfBytes: Uint8Array,
  pageNumber: number,
  size: RenderSize = READING_SIZE,
): Promise<RenderedPage> {
  return withPdf(pdfBytes, (pdf) => toPng(drawPage(pdf, pageNumber, size)));
}

/** Several pages of one file, opened once; each picture is handed over before the next is drawn. */
export async function renderPages(
  pdfBytes: Uint8Array,
  pageNumbers: readonly number[],
  take: (pageNumber: number, page: RenderedPage) => Promise<void>,
  size: RenderSize = READING_SIZE,
): Promise<void> {
  await withPdf(pdfBytes, async (pdf) => {
    for (const pageNumber of pageNumbers) await take(pageNumber, toPng(drawPage(pdf, pageNumber, size)));
  });
}

function toPng({ aspect, ...image }: GrayImage & { aspect: number }): RenderedPage {
  return { png: encodeGrayPng(image), widthPx: image.width, heightPx: image.height, aspect };
}

const GRAY = 1;
const WHITE = 0xffffffff;
const ANNOTATIONS_AND_GREY = 0x01 | 0x08;

/** The page as grey pixels, not yet a file. */
export function drawPage(
  { pdfium, withPage }: OpenPdf,
  pageNumber: number,
  size: RenderSize,
): GrayImage & { aspect: number } {
  return withPage(pageNumber, (page) => {
    const aspect = pdfium._FPDF_GetPageWidthF(page) / pdfium._FPDF_GetPageHeightF(page);
    const { width, height } = pixelSize(aspect, size);
    const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, GRAY, 0, 0);
    pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, ANNOTATIONS_AND_GREY);
    const start = pdfium._FPDFBitmap_GetBuffer(bitmap);
    const stride = pdfium._FPDFBitmap_GetStride(bitmap);
    const pixels = new Uint8Array(width * height);
    for (let y = 0; y < height; y += 1) {
      pixels.set(pdfium.HEAPU8.subarray(start + y * stride, start + y * stride + width), y * width);
    }
    pdfium._FPDFBitmap_Destroy(bitmap);
    return { width, height, pixels, aspect };
  });
}

/** Width as asked, made smaller until pixels and sides are within their caps; at least one pixel each way. */
export function pixelSize(
  aspect: number,
  { targetWidthPx, maxPixels }: RenderSize,
): { width: number; height: number } {
  const width = Math.min(
    targetWidthPx,
    LONGEST_SIDE_PX,
    LONGEST_SIDE_PX * aspect,
    Math.sqrt(maxPixels * aspect),
  );
  return { width: Math.max(1, Math.floor(width)), height: Math.max(1, Math.floor(width / aspect)) };
}
