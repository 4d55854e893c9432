import type { LarEdit } from '../../edit.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';
import { isNoLoan } from './families/actions-taken.ts';

export const v676_5: LarEdit = {
  id: 'V676-5',
  kind: 'validity',
  text: 'If Action Taken equals 2, 3, 4, 5, 7 or 8, then Lender Credits must be Exempt or NA.',
  fields: ['actionTaken', 'lenderCredits'],
  fails: ({ actionTaken, lenderCredits }) => isNoLoan(actionTaken) && !isNotApplicableOrExempt(lenderCredits),
};
