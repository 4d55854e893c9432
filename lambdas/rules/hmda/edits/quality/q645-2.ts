import type { LarEdit } from '../../edit.ts';
import { numberOf } from '../../numbers.ts';

const LEAST_AMOUNT = 1000;

export const q645_2: LarEdit = {
  id: 'Q645-2',
  kind: 'quality',
  text: 'If Loan Purpose equals 1, then Loan Amount should generally be greater than or equal to $1,000 (reported as 1000)',
  fields: ['loanAmount'],
  fails: ({ loanPurpose, loanAmount }) => loanPurpose === '1' && numberOf(loanAmount) < LEAST_AMOUNT,
};
