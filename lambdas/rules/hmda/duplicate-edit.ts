import type { Edit } from './edit.ts';
import type { LarFieldName } from './lar-fields.ts';
import type { LarRow } from './lar-row.ts';

/** An edit of a row against those before it: of the rows that it looks at, no two may have the same key. */
export interface DuplicateEdit extends Edit {
  fields: readonly LarFieldName[];
  /** The whole line, or the identifier of the row. */
  key: 'line' | 'uli';
  looksAt: (row: LarRow) => boolean;
}
