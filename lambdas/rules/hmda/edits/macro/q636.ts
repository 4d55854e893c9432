import type { CountEdit } from '../../count-edit.ts';
import { isOverPercent } from '../../count-edit.ts';

const MOST_PERCENT = 30;

export const q636: CountEdit = {
  id: 'Q636',
  kind: 'macro',
  text: 'No more than 30% of the loans in the file should report Action Taken equals 4. Your data indicates a percentage outside of this range.',
  fields: ['actionTaken'],
  isPart: ({ actionTaken }) => actionTaken === '4',
  isWhole: () => true,
  fails: (part, whole) => isOverPercent(part, whole, MOST_PERCENT),
};
