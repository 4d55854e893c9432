import type { LarEdit } from '../../edit.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';
import { isUndecidedOrPurchased } from './families/actions-taken.ts';

export const v679_2: LarEdit = {
  id: 'V679-2',
  kind: 'validity',
  text: 'If Action Taken equals 4, 5 or 6, then Debt-to-Income Ratio must be Exempt or NA.',
  fields: ['actionTaken', 'debtToIncomeRatio'],
  fails: ({ actionTaken, debtToIncomeRatio }) =>
    isUndecidedOrPurchased(actionTaken) && !isNotApplicableOrExempt(debtToIncomeRatio),
};
