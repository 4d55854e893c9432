import type { TsRow } from './ts-row.ts';

/** A year in which action was taken; files of other years are not read by these edits. */
export type FilingYear = 2024 | 2025 | 2026;

export const filingYears: readonly FilingYear[] = [2024, 2025, 2026];

/** 4 is the annual filing, 1 to 3 a quarterly one (Supplemental Guide for Quarterly Filers). */
export type FilingQuarter = 1 | 2 | 3 | 4;

/** Public data and facts of the institution that the file itself does not hold; what is absent is not guessed. */
export interface ReferenceData {
  /** Five-digit FIPS codes of every county. */
  counties?: ReadonlySet<string>;
  /** Eleven-digit codes of every census tract in force in the filing year. */
  tracts?: ReadonlySet<string>;
  /** Five-digit codes of the counties with 30,000 people or fewer in the latest decennial census. */
  smallCounties?: ReadonlySet<string>;
  /** The institution as the regulators know it. */
  institution?: { lei: string; federalAgency: string; taxpayerIdentification: string };
}

export type ReferenceName = keyof ReferenceData;

/** What an edit may know beyond its row. */
export interface FilingContext {
  year: FilingYear;
  quarter: FilingQuarter;
  sheet: TsRow;
  reference: ReferenceData;
}
