import { tsFields } from './ts-fields.ts';
import type { TsFieldName } from './ts-fields.ts';

/** The transmittal sheet, the first row of a file: every data field by name as the exact text of the file. */
export type TsRow = Readonly<Record<TsFieldName, string>>;

/** A sheet from the texts of its fields in the order of the file; texts that are absent read as blank. */
export const tsRow = (texts: readonly string[]): TsRow =>
  Object.fromEntries(tsFields.map(({ name }, index) => [name, texts[index] ?? ''])) as TsRow;

/** The texts of a sheet in the order of the file. */
export const tsTexts = (sheet: TsRow): readonly string[] => tsFields.map(({ name }) => sheet[name]);
