import type { LarEdit } from '../../edit.ts';
import { isNotApplicable } from '../../reported-words.ts';
import { isAtLeastZero } from './families/number-ranges.ts';

export const v672_2: LarEdit = {
  id: 'V672-2',
  kind: 'validity',
  text: 'If Total Points and Fees is a number greater than or equal to 0, then Total Loan Costs must be NA.',
  fields: ['totalPointsAndFees', 'totalLoanCosts'],
  fails: ({ totalPointsAndFees, totalLoanCosts }) =>
    isAtLeastZero(totalPointsAndFees) && !isNotApplicable(totalLoanCosts),
};
