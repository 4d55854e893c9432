import type { LarEdit } from '../../edit.ts';
import { isOutside } from './is-outside.ts';
import { oneOf } from '../../one-of.ts';

const isNotApproved = oneOf('3 4 5 6 7');
const MOST_PERCENT = 1000;

export const q653_2: LarEdit = {
  id: 'Q653-2',
  kind: 'quality',
  text: 'If Action Taken equals 3, 4, 5, 6, or 7, the CLTV should generally be between 0 and 1,000.',
  fields: ['actionTaken', 'combinedLoanToValueRatio'],
  fails: ({ actionTaken, combinedLoanToValueRatio }) =>
    isNotApproved(actionTaken) && isOutside(combinedLoanToValueRatio, 0, MOST_PERCENT),
};
