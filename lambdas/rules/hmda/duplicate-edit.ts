import type { Edit } from './edit.ts';
import type { LarFieldName } from './lar-fields.ts';
import type { LarRow } from './lar-row.ts';

/** An edit of a row against those before it: no two may have the same key. */
export interface DuplicateEdit extends Edit {
  fields: readonly LarFieldName[];
  /** What must be unique; undefined for a row that the edit does not look at. */
  keyOf: (row: LarRow, line: string) => string | undefined;
}
