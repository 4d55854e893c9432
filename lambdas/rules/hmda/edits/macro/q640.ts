import type { CountEdit } from '../../count-edit.ts';
import { isOverPercent } from '../../count-edit.ts';
import { numberOf } from '../../numbers.ts';

const LOW_INCOME = 10;
const MOST_PERCENT = 20;

export const q640: CountEdit = {
  id: 'Q640',
  kind: 'macro',
  text: 'No more than 20% of the loans in the file should report Income less than $10 thousand (entered as 10). Your data indicates a percentage outside of this range.',
  fields: ['income'],
  isPart: ({ income }) => numberOf(income) < LOW_INCOME,
  isWhole: () => true,
  fails: (part, whole) => isOverPercent(part, whole, MOST_PERCENT),
};
