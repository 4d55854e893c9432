import type { LarEdit } from '../../edit.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';

export const v673_4: LarEdit = {
  id: 'V673-4',
  kind: 'validity',
  text: 'If Business or Commercial Purpose equals 1, then Total Points and Fees must be Exempt or NA.',
  fields: ['businessOrCommercialPurpose', 'totalPointsAndFees'],
  fails: ({ businessOrCommercialPurpose, totalPointsAndFees }) =>
    businessOrCommercialPurpose === '1' && !isNotApplicableOrExempt(totalPointsAndFees),
};
