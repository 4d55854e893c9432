import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';

const isLoanPurpose = oneOf('1 2 31 32 4 5');

export const v612_1: LarEdit = {
  id: 'V612-1',
  kind: 'validity',
  text: 'Loan Purpose must equal 1, 2, 31, 32, 4, or 5 and cannot be left blank.',
  fields: ['loanPurpose'],
  fails: ({ loanPurpose }) => !isLoanPurpose(loanPurpose),
};
