import { larFields } from './lar-fields.ts';
import type { LarFieldName } from './lar-fields.ts';

/**
 * A row of the loan/application register: every data field by name, each as the exact text of the file (leading zeros,
 * decimals, blanks and spaces as they stand), because many edits are about the text.
 */
export type LarRow = Readonly<Record<LarFieldName, string>>;

/** The texts of a row are held once, in the order of the file; a field is looked up when it is asked for. */
class Cells {
  readonly texts: readonly string[];

  constructor(texts: readonly string[]) {
    this.texts = texts;
  }
}

larFields.forEach(({ name }, index) => {
  Object.defineProperty(Cells.prototype, name, {
    enumerable: true,
    get(this: Cells) {
      return this.texts[index] ?? '';
    },
  });
});

/** A row from the texts of its fields in the order of the file; texts that are absent read as blank. */
export const larRow = (texts: readonly string[]): LarRow => new Cells(texts) as Cells & LarRow;

/** The texts of a row in the order of the file. */
export const larTexts = (row: LarRow): readonly string[] =>
  row instanceof Cells ? row.texts : larFields.map(({ name }) => row[name]);

/** The row with some fields changed. */
export const withFields = (row: LarRow, changes: Partial<Record<LarFieldName, string>>): LarRow =>
  larRow(larFields.map(({ name }) => changes[name] ?? row[name]));
