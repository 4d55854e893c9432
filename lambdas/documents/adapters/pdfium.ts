/** PDFium in WebAssembly: one sandbox of its own per document, dropped afterwards with all its memory. */
import { PDFiumModule } from '@hyzyla/pdfium';
import { unavailable } from '../../shared/errors.ts';

/** The part of PDFium's C interface that we use; pointers and handles are numbers. */
export interface Pdfium {
  HEAPU8: Uint8Array;
  wasmExports: { malloc(size: number): number; free(pointer: number): void };
  _FPDF_InitLibrary(): void;
  _FPDF_LoadMemDocument(bytes: number, size: number, password: number): number;
  _FPDF_CloseDocument(document: number): void;
  _FPDF_GetLastError(): number;
  _FPDF_GetPageCount(document: number): number;
  _FPDF_LoadPage(document: number, pageIndex: number): number;
  _FPDF_ClosePage(page: number): void;
  _FPDF_GetPageWidthF(page: number): number;
  _FPDF_GetPageHeightF(page: number): number;
  _FPDFPage_Flatten(page: number, flag: number): number;
  _FPDFPage_GetRotation(page: number): number;
  _FPDF_PageToDevice(
    page: number,
    startX: number,
    startY: number,
    sizeX: number,
    sizeY: number,
    rotate: number,
    pageX: number,
    pageY: number,
    deviceX: number,
    deviceY: number,
  ): number;
  _FPDFText_LoadPage(page: number): number;
  _FPDFText_ClosePage(text: number): void;
  _FPDFText_CountChars(text: number): number;
  _FPDFText_GetUnicode(text: number, index: number): number;
  _FPDFText_HasUnicodeMapError(text: number, index: number): number;
  _FPDFText_IsGenerated(text: number, index: number): number;
  _FPDFText_GetLooseCharBox(text: number, index: number, rectangle: number): number;
  _FPDFBitmap_CreateEx(width: number, height: number, format: number, first: number, stride: number): number;
  _FPDFBitmap_FillRect(
    bitmap: number,
    left: number,
    top: number,
    width: number,
    height: number,
    colour: number,
  ): void;
  _FPDFBitmap_GetBuffer(bitmap: number): number;
  _FPDFBitmap_GetStride(bitmap: number): number;
  _FPDFBitmap_Destroy(bitmap: number): void;
  _FPDF_RenderPageBitmap(
    bitmap: number,
    page: number,
    startX: number,
    startY: number,
    sizeX: number,
    sizeY: number,
    rotate: number,
    flags: number,
  ): void;
}

/** What Node has as a global and its types leave out. */
declare const WebAssembly: {
  compile(bytes: Uint8Array): Promise<object>;
  instantiate(module: object, imports: object): Promise<object>;
};

type Receive = (instance: object, module: object) => void;
type Load = (options: { instantiateWasm(imports: object, receive: Receive): object }) => Promise<Pdfium>;

let compiled: Promise<object> | undefined;

async function compile(): Promise<object> {
  const { PDFIUM_WASM_BASE64 } = await import('@hyzyla/pdfium/dist/pdfium.wasm.base64-B4io7kt4.js');
  return WebAssembly.compile(Buffer.from(PDFIUM_WASM_BASE64, 'base64'));
}

/**
 * A fresh PDFium: compiled once per process (about 60 ms), instantiated per document (a few ms),
 * so that a hostile file can neither leak into the next one nor keep its memory.
 */
export async function freshPdfium(): Promise<Pdfium> {
  compiled ??= compile();
  const module = await compiled;
  const load: Load = PDFiumModule as never;
  const pdfium = await new Promise<Pdfium>((resolve, reject) => {
    load({
      instantiateWasm(imports, receive) {
        WebAssembly.instantiate(module, imports).then((instance) => receive(instance, module), reject);
        return {};
      },
    }).then(resolve, reject);
  });
  if (typeof pdfium._FPDFText_GetLooseCharBox !== 'function') {
    throw unavailable('PdfEngineUnusable', 'the PDF engine lacks a function that we need');
  }
  pdfium._FPDF_InitLibrary();
  return pdfium;
}
