import type { LarEdit } from '../../edit.ts';
import { isOutside } from './is-outside.ts';
import { numberOf } from '../../numbers.ts';

const LEAST_UNITS = 5;
const [LEAST_AMOUNT, MOST_AMOUNT] = [100_000, 10_000_000];

export const q627: LarEdit = {
  id: 'Q627',
  kind: 'quality',
  text: 'If Total Units is greater than or equal to 5, then Loan Amount generally should be between $100,000 (reported as 100000) and $10,000,000 (reported as 10000000).',
  fields: ['totalUnits', 'loanAmount'],
  fails: ({ totalUnits, loanAmount }) =>
    numberOf(totalUnits) >= LEAST_UNITS && isOutside(loanAmount, LEAST_AMOUNT, MOST_AMOUNT),
};
