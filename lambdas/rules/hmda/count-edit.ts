import type { Edit } from './edit.ts';
import type { FilingContext } from './filing-context.ts';
import type { LarFieldName } from './lar-fields.ts';
import type { LarRow } from './lar-row.ts';

/** An edit of a whole file: how many rows are of one sort, held against how many are of another. */
export interface CountEdit extends Edit {
  fields: readonly LarFieldName[];
  isPart: (row: LarRow, context: FilingContext) => boolean;
  isWhole: (row: LarRow, context: FilingContext) => boolean;
  fails: (part: number, whole: number, context: FilingContext) => boolean;
}

/** In whole numbers: 15 of 100 is not over 15 percent. */
export const isOverPercent = (part: number, whole: number, percent: number): boolean =>
  part * 100 > whole * percent;
