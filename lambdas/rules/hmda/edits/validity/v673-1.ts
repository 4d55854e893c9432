import type { LarEdit } from '../../edit.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';
import { isAtLeastZero } from './families/number-ranges.ts';

export const v673_1: LarEdit = {
  id: 'V673-1',
  kind: 'validity',
  text: 'Total Points and Fees must be a number greater than or equal to 0, Exempt, or NA, and cannot be left blank.',
  fields: ['totalPointsAndFees'],
  fails: ({ totalPointsAndFees }) =>
    !isAtLeastZero(totalPointsAndFees) && !isNotApplicableOrExempt(totalPointsAndFees),
};
