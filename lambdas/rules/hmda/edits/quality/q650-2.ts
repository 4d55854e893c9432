import type { LarEdit } from '../../edit.ts';
import { numberOf } from '../../numbers.ts';

const MOST_PERCENT = 20;

export const q650_2: LarEdit = {
  id: 'Q650-2',
  kind: 'quality',
  text: 'The Interest Rate reported is greater than 20, which may indicate a misplaced decimal point.',
  fields: ['interestRate'],
  fails: ({ interestRate }) => numberOf(interestRate) > MOST_PERCENT,
};
