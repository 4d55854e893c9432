import type { CountEdit } from '../count-edit.ts';
import { q634 } from './macro/q634.ts';
import { q635 } from './macro/q635.ts';
import { q636 } from './macro/q636.ts';
import { q637 } from './macro/q637.ts';
import { q638 } from './macro/q638.ts';
import { q639 } from './macro/q639.ts';
import { q640 } from './macro/q640.ts';
import { q646 } from './macro/q646.ts';

/** The macro edits: each looks at a whole file. */
export const macroEdits: readonly CountEdit[] = [q634, q635, q636, q637, q638, q639, q640, q646];
