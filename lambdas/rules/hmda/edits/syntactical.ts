import type { LarEdit } from '../edit.ts';
import { s301 } from './syntactical/s301.ts';

/** The syntactical edits of one row of the register; those of the whole file are beside them in `file-edits.ts`. */
export const syntacticalEdits: readonly LarEdit[] = [s301];
