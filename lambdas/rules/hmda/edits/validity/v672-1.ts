import type { LarEdit } from '../../edit.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';
import { isAtLeastZero } from './families/number-ranges.ts';

export const v672_1: LarEdit = {
  id: 'V672-1',
  kind: 'validity',
  text: 'Total Loan Costs must be a number greater than or equal to 0, Exempt, or NA, and cannot be left blank.',
  fields: ['totalLoanCosts'],
  fails: ({ totalLoanCosts }) => !isAtLeastZero(totalLoanCosts) && !isNotApplicableOrExempt(totalLoanCosts),
};
