import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';

const isLoanType = oneOf('1 2 3 4');

export const v611: LarEdit = {
  id: 'V611',
  kind: 'validity',
  text: 'Loan Type must equal 1, 2, 3, or 4, and cannot be left blank.',
  fields: ['loanType'],
  fails: ({ loanType }) => !isLoanType(loanType),
};
