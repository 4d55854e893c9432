import type { LarEdit } from '../../edit.ts';
import { numberOf } from '../../numbers.ts';

const MOST_UNITS = 4;
const LEAST_AMOUNT = 10_000;

export const q628: LarEdit = {
  id: 'Q628',
  kind: 'quality',
  text: 'If Loan Purpose equals 1, and Total Units is less than or equal to 4, then Loan Amount generally should be greater than $10,000 (reported as 10000).',
  fields: ['loanPurpose', 'loanAmount', 'totalUnits'],
  fails: ({ loanPurpose, totalUnits, loanAmount }) =>
    loanPurpose === '1' && numberOf(totalUnits) <= MOST_UNITS && numberOf(loanAmount) <= LEAST_AMOUNT,
};
