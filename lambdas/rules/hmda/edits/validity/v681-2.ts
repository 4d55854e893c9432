import type { LarEdit } from '../../edit.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';
import { isUndecidedOrPurchased } from './families/actions-taken.ts';

export const v681_2: LarEdit = {
  id: 'V681-2',
  kind: 'validity',
  text: 'If Action Taken equals 4, 5, or 6, then Combined Loan-to-Value ratio must be Exempt or NA.',
  fields: ['actionTaken', 'combinedLoanToValueRatio'],
  fails: ({ actionTaken, combinedLoanToValueRatio }) =>
    isUndecidedOrPurchased(actionTaken) && !isNotApplicableOrExempt(combinedLoanToValueRatio),
};
