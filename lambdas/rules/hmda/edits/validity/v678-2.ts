import type { LarEdit } from '../../edit.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';

export const v678_2: LarEdit = {
  id: 'V678-2',
  kind: 'validity',
  text: 'If Action Taken equals 6, then Prepayment Penalty Term must be Exempt or NA.',
  fields: ['actionTaken', 'prepaymentPenaltyTerm'],
  fails: ({ actionTaken, prepaymentPenaltyTerm }) =>
    actionTaken === '6' && !isNotApplicableOrExempt(prepaymentPenaltyTerm),
};
