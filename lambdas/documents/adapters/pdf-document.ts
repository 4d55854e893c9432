/** Opens a PDF for one piece of work and always closes it. */
import { invalid } from '../../shared/errors.ts';
import { freshPdfium, type Pdfium } from './pdfium.ts';

/** `FPDF_GetLastError`: 1 unknown, 2 file, 3 format, 4 password, 5 security, 6 page. */
const PASSWORD_ERROR = 4;

export interface OpenPdf {
  pdfium: Pdfium;
  document: number;
  pageCount: number;
  /** Runs work on one loaded page (from 1) with form fields and stamps drawn into it, and unloads it. */
  withPage: <T>(pageNumber: number, work: (page: number) => T) => T;
}

/**
 * @throws DomainError `PdfUnreadable` (broken or empty), `PdfEncrypted` (needs a password), `PdfPageMissing`
 */
export async function withPdf<T>(bytes: Uint8Array, work: (pdf: OpenPdf) => T | Promise<T>): Promise<T> {
  const pdfium = await freshPdfium();
  const pointer = pdfium.wasmExports.malloc(bytes.length);
  pdfium.HEAPU8.set(bytes, pointer);
  const document = pdfium._FPDF_LoadMemDocument(pointer, bytes.length, 0);
  if (document === 0) {
    throw pdfium._FPDF_GetLastError() === PASSWORD_ERROR
      ? invalid('PdfEncrypted', 'the PDF needs a password')
      : invalid('PdfUnreadable', 'the PDF cannot be opened');
  }
  try {
    return await work({
      pdfium,
      document,
      pageCount: pdfium._FPDF_GetPageCount(document),
      withPage: (pageNumber, onPage) => withPage(pdfium, document, pageNumber, onPage),
    });
  } finally {
    pdfium._FPDF_CloseDocument(document);
    pdfium.wasmExports.free(pointer);
  }
}

/** Flattening puts what was typed into form fields onto the page: URLA forms are often filled that way. */
function withPage<T>(pdfium: Pdfium, document: number, pageNumber: number, work: (page: number) => T): T {
  const first = pdfium._FPDF_LoadPage(document, pageNumber - 1);
  if (first === 0) throw invalid('PdfPageMissing', 'the PDF page cannot be loaded', { pageNumber });
  pdfium._FPDFPage_Flatten(first, 0);
  pdfium._FPDF_ClosePage(first);
  const page = pdfium._FPDF_LoadPage(document, pageNumber - 1);
  try {
    return work(page);
  } finally {
    pdfium._FPDF_ClosePage(page);
  }
}
