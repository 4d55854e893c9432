import type { CountEdit } from '../../count-edit.ts';
import { isOverPercent } from '../../count-edit.ts';

const MOST_PERCENT = 15;

export const q635: CountEdit = {
  id: 'Q635',
  kind: 'macro',
  text: 'No more than 15% of the loans in the file should report Action Taken equals 2. Your data indicates a percentage outside of this range.',
  fields: ['actionTaken'],
  isPart: ({ actionTaken }) => actionTaken === '2',
  isWhole: () => true,
  fails: (part, whole) => isOverPercent(part, whole, MOST_PERCENT),
};
