import type { LarEdit } from '../../edit.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';

export const v678_3: LarEdit = {
  id: 'V678-3',
  kind: 'validity',
  text: 'If Reverse Mortgage equals 1, then Prepayment Penalty Term must be Exempt or NA.',
  fields: ['reverseMortgage', 'prepaymentPenaltyTerm'],
  fails: ({ reverseMortgage, prepaymentPenaltyTerm }) =>
    reverseMortgage === '1' && !isNotApplicableOrExempt(prepaymentPenaltyTerm),
};
