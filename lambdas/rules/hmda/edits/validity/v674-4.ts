import type { LarEdit } from '../../edit.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';

export const v674_4: LarEdit = {
  id: 'V674-4',
  kind: 'validity',
  text: 'If Business or Commercial Purpose equals 1, then Origination Charges must be Exempt or NA.',
  fields: ['businessOrCommercialPurpose', 'originationCharges'],
  fails: ({ businessOrCommercialPurpose, originationCharges }) =>
    businessOrCommercialPurpose === '1' && !isNotApplicableOrExempt(originationCharges),
};
