import { filingEdits } from './filing-edits.ts';
import { formProblems } from './form-problems.ts';
import { larFields } from './lar-fields.ts';
import { larTexts } from './lar-row.ts';
import type { EditNotRun } from './filing-edits.ts';
import type { FilingContext } from './filing-context.ts';
import type { FormProblem } from './form-problems.ts';
import type { LarEdit } from './edit.ts';
import type { LarRow } from './lar-row.ts';

export interface RowCheck {
  failed: readonly LarEdit[];
  problems: readonly FormProblem[];
  notRun: readonly EditNotRun[];
}

/** One row against every edit of a row of its filing; those of a whole file (duplicates, counts) are not asked. */
export function checkRow(row: LarRow, context: FilingContext): RowCheck {
  const edits = filingEdits(context);
  return {
    failed: edits.row.filter((edit) => edit.fails(row, context)),
    problems: formProblems(larFields, larTexts(row), 1),
    notRun: edits.notRun,
  };
}
