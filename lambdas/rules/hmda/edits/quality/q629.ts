import type { LarEdit } from '../../edit.ts';
import { numberOf } from '../../numbers.ts';
import { oneOf } from '../../one-of.ts';
import { isNotApplicable } from '../../reported-words.ts';

const isNotPurchased = oneOf('1 2 3 4 5 7 8');
const isPurchaseOrImprovement = oneOf('1 2 4');
const MOST_UNITS = 4;

export const q629: LarEdit = {
  id: 'Q629',
  kind: 'quality',
  text: 'If Action Taken equals 1, 2, 3, 4, 5, 7, or 8, and Total Units is less than or equal to 4, and Loan Purpose equals 1, 2 or 4, then Income generally should not be NA.',
  fields: ['actionTaken', 'totalUnits', 'loanPurpose', 'income'],
  fails: ({ actionTaken, totalUnits, loanPurpose, income }) =>
    isNotPurchased(actionTaken) &&
    numberOf(totalUnits) <= MOST_UNITS &&
    isPurchaseOrImprovement(loanPurpose) &&
    isNotApplicable(income),
};
