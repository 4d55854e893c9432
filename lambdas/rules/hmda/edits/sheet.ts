import type { SheetEdit } from '../edit.ts';
import { s302 } from './sheet/s302.ts';
import { s303 } from './sheet/s303.ts';
import { v600 } from './sheet/v600.ts';
import { v601 } from './sheet/v601.ts';
import { v602 } from './sheet/v602.ts';
import { v603 } from './sheet/v603.ts';
import { v604 } from './sheet/v604.ts';
import { v605 } from './sheet/v605.ts';
import { v606 } from './sheet/v606.ts';
import { v607 } from './sheet/v607.ts';
import { v717 } from './sheet/v717.ts';
import { v718 } from './sheet/v718.ts';
import { v719_1 } from './sheet/v719-1.ts';
import { v719_2 } from './sheet/v719-2.ts';
import { q303 } from './sheet/q303.ts';

/** The edits of a transmittal sheet, of every kind. */
export const sheetEdits: readonly SheetEdit[] = [
  s302,
  s303,
  v600,
  v601,
  v602,
  v603,
  v604,
  v605,
  v606,
  v607,
  v717,
  v718,
  v719_1,
  v719_2,
  q303,
];
