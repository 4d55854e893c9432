import { larFields } from './lar-fields.ts';
import { larRow, larTexts } from './lar-row.ts';
import { tsFields } from './ts-fields.ts';
import { tsRow, tsTexts } from './ts-row.ts';
import type { LarRow } from './lar-row.ts';
import type { TsRow } from './ts-row.ts';

const SEPARATOR = '|';

/** The texts of a line of a file; a line has no terminator. */
export const textsOf = (line: string): string[] => line.split(SEPARATOR);

/** Whether a row's line has the fields that the guide gives it. */
export const isWholeRow = (texts: readonly string[]): boolean => texts.length === larFields.length;

export const isWholeSheet = (texts: readonly string[]): boolean => texts.length === tsFields.length;

export const parseLar = (line: string): LarRow => larRow(textsOf(line));

export const parseTs = (line: string): TsRow => tsRow(textsOf(line));

/** The line of a row, exactly as it was read: `formatLar(parseLar(line))` is the line. */
export const formatLar = (row: LarRow): string => larTexts(row).join(SEPARATOR);

export const formatTs = (sheet: TsRow): string => tsTexts(sheet).join(SEPARATOR);
