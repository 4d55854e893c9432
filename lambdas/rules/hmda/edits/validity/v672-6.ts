import type { LarEdit } from '../../edit.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';
import { isNoLoan } from './families/actions-taken.ts';

export const v672_6: LarEdit = {
  id: 'V672-6',
  kind: 'validity',
  text: 'If Action Taken equals 2, 3, 4, 5, 7 or 8, then Total Loan Costs must be Exempt or NA.',
  fields: ['actionTaken', 'totalLoanCosts'],
  fails: ({ actionTaken, totalLoanCosts }) =>
    isNoLoan(actionTaken) && !isNotApplicableOrExempt(totalLoanCosts),
};
