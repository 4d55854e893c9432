import type { LarEdit } from '../../edit.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';

export const v673_3: LarEdit = {
  id: 'V673-3',
  kind: 'validity',
  text: 'If Reverse Mortgage equals 1, then Total Points and Fees must be Exempt or NA.',
  fields: ['reverseMortgage', 'totalPointsAndFees'],
  fails: ({ reverseMortgage, totalPointsAndFees }) =>
    reverseMortgage === '1' && !isNotApplicableOrExempt(totalPointsAndFees),
};
