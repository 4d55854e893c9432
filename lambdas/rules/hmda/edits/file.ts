import type { CountEdit } from '../count-edit.ts';
import type { DuplicateEdit } from '../duplicate-edit.ts';
import { q600 } from './file/q600.ts';
import { s304 } from './file/s304.ts';
import { s305 } from './file/s305.ts';
import { s306 } from './file/s306.ts';
import { s307 } from './file/s307.ts';

/** The edits of a whole file that count rows; the macro edits are such too. */
export const fileCountEdits: readonly CountEdit[] = [s304, s307];

/** The edits of a row against the rows before it. */
export const duplicateEdits: readonly DuplicateEdit[] = [s305, s306, q600];
