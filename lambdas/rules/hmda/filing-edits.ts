import { duplicateEdits, fileCountEdits } from './edits/file.ts';
import { inForce } from './edit.ts';
import { macroEdits } from './edits/macro.ts';
import { qualityEdits } from './edits/quality.ts';
import { s300 } from './edits/file/s300.ts';
import { sheetEdits } from './edits/sheet.ts';
import { syntacticalEdits } from './edits/syntactical.ts';
import { validityEdits } from './edits/validity.ts';
import type { Edit, EditKind, LarEdit, SheetEdit } from './edit.ts';
import type { FilingContext, ReferenceName } from './filing-context.ts';
import type { CountEdit } from './count-edit.ts';
import type { DuplicateEdit } from './duplicate-edit.ts';

/** An edit in force that cannot be answered without data that was not supplied. */
export interface EditNotRun {
  edit: Edit;
  lacks: readonly ReferenceName[];
}

/** The edits that a filing is held against, by what they look at. */
export interface FilingEdits {
  sheet: readonly SheetEdit[];
  row: readonly LarEdit[];
  count: readonly CountEdit[];
  duplicate: readonly DuplicateEdit[];
  notRun: readonly EditNotRun[];
}

const everyRowEdit: readonly LarEdit[] = [...syntacticalEdits, ...validityEdits, ...qualityEdits];
const everyCountEdit: readonly CountEdit[] = [...fileCountEdits, ...macroEdits];

const kinds: readonly EditKind[] = ['syntactical', 'validity', 'quality', 'macro'];

const byKindAndNumber = (a: Edit, b: Edit): number =>
  kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || (a.id < b.id ? -1 : 1);

/** Every edit of the guide that is held here, of every year, by kind and number. */
export const everyEdit: readonly Edit[] = [
  s300,
  ...sheetEdits,
  ...everyRowEdit,
  ...everyCountEdit,
  ...duplicateEdits,
].toSorted(byKindAndNumber);

type Filing = Pick<FilingContext, 'year' | 'quarter' | 'reference'>;

const lacking = ({ needs = [] }: Edit, { reference }: Filing): ReferenceName[] =>
  needs.filter((name) => reference[name] === undefined);

const answerable = <E extends Edit>(edits: readonly E[], filing: Filing): E[] =>
  inForce(edits, filing).filter((edit) => lacking(edit, filing).length === 0);

/** The edits of a filing's year and quarter; those that lack reference data are named, not run. */
export const filingEdits = (filing: Filing): FilingEdits => ({
  sheet: answerable(sheetEdits, filing),
  row: answerable(everyRowEdit, filing),
  count: answerable(everyCountEdit, filing),
  duplicate: answerable(duplicateEdits, filing),
  notRun: inForce(everyEdit, filing)
    .map((edit) => ({ edit, lacks: lacking(edit, filing) }))
    .filter(({ lacks }) => lacks.length > 0),
});
