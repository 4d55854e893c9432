import type { LarEdit } from '../../edit.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';

export const v678_4: LarEdit = {
  id: 'V678-4',
  kind: 'validity',
  text: 'If Business or Commercial Purpose equals 1, then Prepayment Penalty Term must be Exempt or NA.',
  fields: ['businessOrCommercialPurpose', 'prepaymentPenaltyTerm'],
  fails: ({ businessOrCommercialPurpose, prepaymentPenaltyTerm }) =>
    businessOrCommercialPurpose === '1' && !isNotApplicableOrExempt(prepaymentPenaltyTerm),
};
