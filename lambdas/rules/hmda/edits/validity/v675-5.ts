import type { LarEdit } from '../../edit.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';
import { isNoLoan } from './families/actions-taken.ts';

export const v675_5: LarEdit = {
  id: 'V675-5',
  kind: 'validity',
  text: 'If Action Taken equals 2, 3, 4, 5, 7 or 8, then Discount Points must be Exempt or NA.',
  fields: ['actionTaken', 'discountPoints'],
  fails: ({ actionTaken, discountPoints }) =>
    isNoLoan(actionTaken) && !isNotApplicableOrExempt(discountPoints),
};
