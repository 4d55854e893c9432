import { filingYears } from './filing-context.ts';
import { invalid } from '../../shared/errors.ts';
import { isWholeSheet, textsOf } from './record-line.ts';
import { tsFields } from './ts-fields.ts';
import { tsRow } from './ts-row.ts';
import type { FilingContext, FilingQuarter, FilingYear, ReferenceData } from './filing-context.ts';
import type { TsRow } from './ts-row.ts';

/** What a filer knows beside the file. A year or quarter that is not said is that of the transmittal sheet. */
export interface FilingFacts {
  year?: FilingYear;
  quarter?: FilingQuarter;
  reference?: ReferenceData;
}

/** A byte order mark that some spreadsheets put before the first field. */
const MARK = /^\uFEFF/;

const quarters: Readonly<Record<string, FilingQuarter>> = { 1: 1, 2: 2, 3: 3, 4: 4 };

export const filingYearOf = (text: string): FilingYear | undefined =>
  filingYears.find((year) => String(year) === text);

function yearOf(sheet: TsRow): FilingYear {
  const year = filingYearOf(sheet.calendarYear);
  if (year === undefined)
    throw invalid(
      'FilingYearNotHeld',
      `line 1, Calendar Year: the edits of ${filingYears.join(', ')} are held; say the filing year if the file's is wrong`,
    );
  return year;
}

/**
 * The filing that a file's first line opens. A sheet whose quarter is none is taken as annual, and trips V602.
 *
 * @throws invalid NotText, NotATransmittalSheet unless the line has 15 fields; FilingYearNotHeld
 */
export function openFiling(line: string, { year, quarter, reference = {} }: FilingFacts): FilingContext {
  if (line.includes('\0')) throw invalid('NotText', 'line 1: the file is not UTF-8 text: it has NUL bytes');
  const texts = textsOf(line.replace(MARK, ''));
  if (!isWholeSheet(texts))
    throw invalid(
      'NotATransmittalSheet',
      `line 1: a transmittal sheet has ${tsFields.length} fields, this line has ${line === '' ? 0 : texts.length}`,
    );
  const sheet = tsRow(texts);
  return {
    year: year ?? yearOf(sheet),
    quarter: quarter ?? quarters[sheet.calendarQuarter] ?? 4,
    sheet,
    reference,
  };
}
