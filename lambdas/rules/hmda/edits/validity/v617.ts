import type { LarEdit } from '../../edit.ts';
import { isAtLeastZero } from './families/number-ranges.ts';

export const v617: LarEdit = {
  id: 'V617',
  kind: 'validity',
  text: 'Loan Amount must be a number greater than or equal to 0, and cannot be left blank.',
  fields: ['loanAmount'],
  fails: ({ loanAmount }) => !isAtLeastZero(loanAmount),
};
