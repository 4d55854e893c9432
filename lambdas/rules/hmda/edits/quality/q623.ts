import type { LarEdit } from '../../edit.ts';
import { numberOf } from '../../numbers.ts';

const MOST_UNITS = 4;
const MOST_INCOME_THOUSANDS = 200;
const LIMIT_AMOUNT = 2_000_000;

export const q623: LarEdit = {
  id: 'Q623',
  kind: 'quality',
  text: 'If Total Units is less than or equal to 4, and Income is less than or equal to $200,000 (reported as 200), then Loan Amount generally should be less than $2,000,000 (reported as 2000000).',
  fields: ['loanAmount', 'totalUnits', 'income'],
  fails: ({ totalUnits, income, loanAmount }) =>
    numberOf(totalUnits) <= MOST_UNITS &&
    numberOf(income) <= MOST_INCOME_THOUSANDS &&
    numberOf(loanAmount) >= LIMIT_AMOUNT,
};
