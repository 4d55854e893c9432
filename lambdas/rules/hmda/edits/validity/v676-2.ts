import type { LarEdit } from '../../edit.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';

export const v676_2: LarEdit = {
  id: 'V676-2',
  kind: 'validity',
  text: 'If Reverse Mortgage equals 1, then Lender Credits must be Exempt or NA.',
  fields: ['reverseMortgage', 'lenderCredits'],
  fails: ({ reverseMortgage, lenderCredits }) =>
    reverseMortgage === '1' && !isNotApplicableOrExempt(lenderCredits),
};
