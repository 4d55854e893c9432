import type { LarEdit } from '../../edit.ts';
import { numberOf } from '../../numbers.ts';

const MOST_UNITS = 4;
const MOST_AMOUNT = 1_050_000;

export const q625: LarEdit = {
  id: 'Q625',
  kind: 'quality',
  text: 'If Loan Type equals 3, and Total Units is less than or equal to 4, then Loan Amount generally should be less than or equal to $1,050,000 (reported as 1050000).',
  fields: ['loanType', 'totalUnits', 'loanAmount'],
  fails: ({ loanType, totalUnits, loanAmount }) =>
    loanType === '3' && numberOf(totalUnits) <= MOST_UNITS && numberOf(loanAmount) > MOST_AMOUNT,
};
