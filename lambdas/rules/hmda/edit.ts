import type { FilingContext, FilingYear, ReferenceName } from './filing-context.ts';
import type { LarFieldName } from './lar-fields.ts';
import type { LarRow } from './lar-row.ts';
import type { TsFieldName } from './ts-fields.ts';
import type { TsRow } from './ts-row.ts';

/** Syntactical and validity edits must be cleared to file; quality and macro edits must be verified or corrected. */
export type EditKind = 'syntactical' | 'validity' | 'quality' | 'macro';

/** What every edit of the Filing Instructions Guide says of itself. */
export interface Edit {
  /** The official number, such as `V608-1`. */
  id: string;
  kind: EditKind;
  /** The guide's own words. */
  text: string;
  /** First and last filing year of this rule where it is not in force in all; an id may have one rule per span. */
  from?: FilingYear;
  through?: FilingYear;
  /** Where the rule holds only for annual or only for quarterly files. */
  filings?: 'annual' | 'quarterly';
  /** Reference data without which the edit cannot be answered: it is then reported as not run. */
  needs?: readonly ReferenceName[];
}

/** An edit of one row of the register. Pure, and quick: it runs for a million rows. */
export interface LarEdit extends Edit {
  fields: readonly LarFieldName[];
  /** True when the row trips the edit. */
  fails: (row: LarRow, context: FilingContext) => boolean;
}

/** An edit of the transmittal sheet. */
export interface SheetEdit extends Edit {
  fields: readonly TsFieldName[];
  fails: (sheet: TsRow, context: FilingContext) => boolean;
}

/** The edits of a list that are in force for a filing. */
export const inForce = <E extends Edit>(
  edits: readonly E[],
  { year, quarter }: Pick<FilingContext, 'year' | 'quarter'>,
): E[] =>
  edits.filter(
    ({ from = year, through = year, filings }) =>
      from <= year &&
      year <= through &&
      (filings === undefined || filings === (quarter === 4 ? 'annual' : 'quarterly')),
  );
