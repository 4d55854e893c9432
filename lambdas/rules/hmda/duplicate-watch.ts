import { DigestSet } from './digest-set.ts';
import type { DuplicateEdit } from './duplicate-edit.ts';
import type { LarRow } from './lar-row.ts';

export interface Duplicates {
  edits: readonly DuplicateEdit[];
  /** The first line with the same key; 0 when no edit is tripped. */
  firstLine: number;
}

const none: Duplicates = { edits: [], firstLine: 0 };

/** The edits of one key, each with its own bit, over one set of the keys seen. */
class KeyWatch {
  private readonly edits: readonly DuplicateEdit[];
  private readonly seen = new DigestSet();

  constructor(edits: readonly DuplicateEdit[]) {
    this.edits = edits;
  }

  see(row: LarRow, key: string, line: number): Duplicates {
    let marks = 0;
    this.edits.forEach((edit, bit) => {
      if (edit.looksAt(row)) marks |= 1 << bit;
    });
    if (marks === 0) return none;
    const { before, firstLine } = this.seen.mark(key, line, marks);
    if ((before & marks) === 0) return none;
    return { edits: this.edits.filter((_edit, bit) => (before & marks & (1 << bit)) !== 0), firstLine };
  }
}

/** Holds each row against those before it in bounded memory: one set of digests for each kind of key. */
export class DuplicateWatch {
  private readonly lines: KeyWatch;
  private readonly identifiers: KeyWatch;

  constructor(edits: readonly DuplicateEdit[]) {
    this.lines = new KeyWatch(edits.filter(({ key }) => key === 'line'));
    this.identifiers = new KeyWatch(edits.filter(({ key }) => key === 'uli'));
  }

  see(row: LarRow, text: string, line: number): Duplicates {
    const rows = this.lines.see(row, text, line);
    const identifiers = this.identifiers.see(row, row.uli, line);
    if (rows.firstLine === 0) return identifiers;
    return { edits: [...rows.edits, ...identifiers.edits], firstLine: rows.firstLine };
  }
}
