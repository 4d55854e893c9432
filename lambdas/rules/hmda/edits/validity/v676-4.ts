import type { LarEdit } from '../../edit.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';

export const v676_4: LarEdit = {
  id: 'V676-4',
  kind: 'validity',
  text: 'If Business or Commercial Purpose equals 1, then Lender Credits must be Exempt or NA.',
  fields: ['businessOrCommercialPurpose', 'lenderCredits'],
  fails: ({ businessOrCommercialPurpose, lenderCredits }) =>
    businessOrCommercialPurpose === '1' && !isNotApplicableOrExempt(lenderCredits),
};
