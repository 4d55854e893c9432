import type { LarEdit } from '../edit.ts';
import { q628 } from './quality/q628.ts';

/** The quality edits of a register's rows in the order of the guide. */
export const qualityEdits: readonly LarEdit[] = [q628];
