import type { LarEdit } from '../../edit.ts';
import { isOutside } from './is-outside.ts';
import { numberOf } from '../../numbers.ts';
import { oneOf } from '../../one-of.ts';

const isApproved = oneOf('1 2 8');
const LOW_INCOME_THOUSANDS = 5;
const MOST_PERCENT = 80;

export const q654: LarEdit = {
  id: 'Q654',
  kind: 'quality',
  text: 'If Income is greater than $5,000 (reported as 5) and Action Taken equals 1, 2, or 8, and the value for DTI is not NA or Exempt, the DTI should generally be between 0 and 80.',
  fields: ['debtToIncomeRatio', 'income', 'actionTaken'],
  fails: ({ income, actionTaken, debtToIncomeRatio }) =>
    numberOf(income) > LOW_INCOME_THOUSANDS &&
    isApproved(actionTaken) &&
    isOutside(debtToIncomeRatio, 0, MOST_PERCENT),
};
