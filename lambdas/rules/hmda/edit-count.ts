import type { Edit } from './edit.ts';

/** How often an edit was tripped, and on which lines first. */
export interface EditCount {
  edit: Edit;
  count: number;
  /** The first lines, counted from 1; an edit of the whole file stands on line 1. */
  firstLines: readonly number[];
}

const MOST_LINES = 10;

/** Counts what was tripped in constant memory. */
export class EditCounts {
  private readonly counts = new Map<Edit, { count: number; firstLines: number[] }>();

  add(edit: Edit, line: number): void {
    const known = this.counts.get(edit);
    const entry = known ?? { count: 0, firstLines: [] };
    if (!known) this.counts.set(edit, entry);
    entry.count += 1;
    if (entry.firstLines.length < MOST_LINES) entry.firstLines.push(line);
  }

  /** In the order of `edits`. */
  inOrderOf(edits: readonly Edit[]): EditCount[] {
    return edits.flatMap((edit) => {
      const entry = this.counts.get(edit);
      return entry ? [{ edit, ...entry }] : [];
    });
  }
}
