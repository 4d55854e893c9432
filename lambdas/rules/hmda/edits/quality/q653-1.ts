import type { LarEdit } from '../../edit.ts';
import { isOutside } from './is-outside.ts';
import { oneOf } from '../../one-of.ts';

const isApproved = oneOf('1 2 8');
const MOST_PERCENT = 250;

export const q653_1: LarEdit = {
  id: 'Q653-1',
  kind: 'quality',
  text: 'If Action Taken equals 1, 2, or 8, the CLTV should generally be between 0 and 250.',
  fields: ['actionTaken', 'combinedLoanToValueRatio'],
  fails: ({ actionTaken, combinedLoanToValueRatio }) =>
    isApproved(actionTaken) && isOutside(combinedLoanToValueRatio, 0, MOST_PERCENT),
};
