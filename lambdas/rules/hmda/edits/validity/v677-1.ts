import type { LarEdit } from '../../edit.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';
import { isAtLeastZero } from './families/number-ranges.ts';

export const v677_1: LarEdit = {
  id: 'V677-1',
  kind: 'validity',
  text: 'Interest Rate must be a number greater than or equal to 0, Exempt or NA, and cannot be left blank.',
  fields: ['interestRate'],
  fails: ({ interestRate }) => !isAtLeastZero(interestRate) && !isNotApplicableOrExempt(interestRate),
};
