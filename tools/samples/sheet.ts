/** A page to write on, measured in points from its top left, and the few ways that forms print. */
import { PDFDocument, StandardFonts, rgb, type PDFFont, type PDFPage } from 'pdf-lib';

export interface Style {
  size?: number;
  bold?: boolean;
  /** The text ends at x instead of beginning there. */
  right?: boolean;
}

export interface Sheet {
  text(x: number, y: number, content: string, style?: Style): void;
  line(x1: number, y1: number, x2: number, y2: number): void;
  box(x: number, y: number, width: number, height: number): void;
  /** A box with its printed label in small type and its value under it. */
  field(x: number, y: number, width: number, height: number, label: string, value: string): void;
}

export interface Paper {
  widthPt: number;
  heightPt: number;
}

export const LETTER: Paper = { widthPt: 612, heightPt: 792 };

/** A PDF that is the same bytes whenever it is made: no dates, no random ids. */
export async function printPdf(
  paper: Paper,
  pages: readonly ((sheet: Sheet) => void)[],
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const fonts = {
    plain: await pdf.embedFont(StandardFonts.Helvetica),
    bold: await pdf.embedFont(StandardFonts.HelveticaBold),
  };
  for (const print of pages) print(sheetOn(pdf.addPage([paper.widthPt, paper.heightPt]), fonts));
  return pdf.save();
}

function sheetOn(page: PDFPage, fonts: { plain: PDFFont; bold: PDFFont }): Sheet {
  const height = page.getHeight();
  const black = rgb(0, 0, 0);
  const sheet: Sheet = {
    text(x, y, content, { size = 9, bold = false, right = false } = {}) {
      const font = bold ? fonts.bold : fonts.plain;
      const left = right ? x - font.widthOfTextAtSize(content, size) : x;
      page.drawText(content, { x: left, y: height - y, size, font, color: black });
    },
    line(x1, y1, x2, y2) {
      page.drawLine({ start: { x: x1, y: height - y1 }, end: { x: x2, y: height - y2 }, thickness: 0.7 });
    },
    box(x, y, width, boxHeight) {
      page.drawRectangle({
        x,
        y: height - y - boxHeight,
        width,
        height: boxHeight,
        borderWidth: 0.7,
        borderColor: black,
      });
    },
    field(x, y, width, boxHeight, label, value) {
      sheet.box(x, y, width, boxHeight);
      sheet.text(x + 3, y + 8, label, { size: 6.5 });
      sheet.text(x + 6, y + boxHeight - 5, value, { size: 9.5 });
    },
  };
  return sheet;
}

/** 123456 -> `1,234.56`. */
export function money(cents: number): string {
  const [whole, part] = [Math.trunc(Math.abs(cents) / 100), Math.abs(cents) % 100];
  return `${cents < 0 ? '-' : ''}${whole.toLocaleString('en-US')}.${String(part).padStart(2, '0')}`;
}

/** 2026-11-07 -> `11/07/2026`. */
export function usDate(day: string): string {
  const [year, month, date] = day.split('-');
  return `${month}/${date}/${year}`;
}
