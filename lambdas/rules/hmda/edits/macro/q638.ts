import type { CountEdit } from '../../count-edit.ts';
import { oneOf } from '../../one-of.ts';

const LEAST_PERCENT = 20;
const isDecided = oneOf('1 2 3 4 5 6');

export const q638: CountEdit = {
  id: 'Q638',
  kind: 'macro',
  text: 'The number of loans in the file that reported Action Taken equals 1 should be greater than or equal to 20% of the total number of loans that reported Action Taken 1, 2, 3, 4, 5, or 6. Your data indicates a percentage outside of this range.',
  fields: ['actionTaken'],
  isPart: ({ actionTaken }) => actionTaken === '1',
  isWhole: ({ actionTaken }) => isDecided(actionTaken),
  fails: (part, whole) => part * 100 < whole * LEAST_PERCENT,
};
