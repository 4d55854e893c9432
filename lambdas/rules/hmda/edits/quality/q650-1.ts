import type { LarEdit } from '../../edit.ts';
import { numberOf } from '../../numbers.ts';

const LEAST_PERCENT = 0.5;

export const q650_1: LarEdit = {
  id: 'Q650-1',
  kind: 'quality',
  text: 'The Interest Rate reported is greater than 0 but less than 0.5, which may indicate a misplaced decimal point.',
  fields: ['interestRate'],
  fails: ({ interestRate }) => numberOf(interestRate) > 0 && numberOf(interestRate) < LEAST_PERCENT,
};
