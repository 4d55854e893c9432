import type { LarEdit } from '../../edit.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';
import { isNoLoan } from './families/actions-taken.ts';

export const v674_5: LarEdit = {
  id: 'V674-5',
  kind: 'validity',
  text: 'If Action Taken equals 2, 3, 4, 5, 7 or 8, then Origination Charges must be Exempt or NA.',
  fields: ['actionTaken', 'originationCharges'],
  fails: ({ actionTaken, originationCharges }) =>
    isNoLoan(actionTaken) && !isNotApplicableOrExempt(originationCharges),
};
