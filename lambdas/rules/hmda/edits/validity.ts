import type { LarEdit } from '../edit.ts';
import { v613_2 } from './validity/v613-2.ts';

/** The validity edits of a register's rows in the order of the guide. */
export const validityEdits: readonly LarEdit[] = [v613_2];
