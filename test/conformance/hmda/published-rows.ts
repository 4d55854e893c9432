import { readVectorText, readVectors } from '../vector-file.ts';
import { textsOf } from '../../../lambdas/rules/hmda/record-line.ts';
import type { FilingYear, ReferenceData } from '../../../lambdas/rules/hmda/filing-context.ts';
import { filingYearOf } from '../../../lambdas/rules/hmda/open-filing.ts';

/** A published file as the list of files describes it. */
export interface PublishedFile {
  file: string;
  expected: string;
  lar_rows: number;
  ts_year: string | null;
  duplicate_ids: number;
  duplicate_rows: number;
  uli_check_bad: number;
  short_ids_nuli: number;
  field_counts: Record<string, number>;
  date_note?: string;
}

export const publishedFiles = (): PublishedFile[] => readVectors<PublishedFile[]>('hmda/lar_manifest.json');

export const linesOf = (file: string): string[] => readVectorText(`hmda/${file}`).split(/\r?\n/);

/** The year of a file where its edits are held here. */
export const yearHeld = ({ ts_year }: PublishedFile): FilingYear | undefined => filingYearOf(ts_year ?? '');

/** The texts of rows of the clean files of the years that are held. */
export const cleanRows = (perFile: number): string[][] =>
  publishedFiles()
    .filter((published) => published.file.startsWith('lar_clean/') && yearHeld(published) !== undefined)
    .flatMap(({ file }) =>
      linesOf(file)
        .slice(1, perFile + 1)
        .filter((line) => line !== '')
        .map(textsOf),
    );

/** The counties of the published limit lists, and the tracts that clean files report. */
export function publishedReference(): ReferenceData {
  const counties = ['2024', '2025'].flatMap((year) =>
    readVectorText(`hmda/county_loan_limits/FullCountyLoanLimitList${year}.txt`)
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split('|').slice(0, 2).join('')),
  );
  const tracts = cleanRows(1_000).map((texts) => texts[17] ?? '');
  return { counties: new Set(counties), tracts: new Set(tracts.filter((tract) => /^\d{11}$/.test(tract))) };
}
