import type { LarEdit } from '../../edit.ts';
import { numberOf } from '../../numbers.ts';

const LEAST_AMOUNT = 500;

export const q645_1: LarEdit = {
  id: 'Q645-1',
  kind: 'quality',
  text: 'Loan Amount should generally be greater than or equal to $500 (reported as 500).',
  fields: ['loanAmount'],
  fails: ({ loanAmount }) => numberOf(loanAmount) < LEAST_AMOUNT,
};
