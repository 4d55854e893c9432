import type { LarEdit } from '../../edit.ts';
import { isNotApplicable } from '../../reported-words.ts';
import { isAtLeastZero } from './families/number-ranges.ts';

export const v673_5: LarEdit = {
  id: 'V673-5',
  kind: 'validity',
  text: 'If Total Loan Costs is a number greater than or equal to 0, then Total Points and Fees must be NA.',
  fields: ['totalLoanCosts', 'totalPointsAndFees'],
  fails: ({ totalLoanCosts, totalPointsAndFees }) =>
    isAtLeastZero(totalLoanCosts) && !isNotApplicable(totalPointsAndFees),
};
