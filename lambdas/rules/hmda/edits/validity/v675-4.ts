import type { LarEdit } from '../../edit.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';

export const v675_4: LarEdit = {
  id: 'V675-4',
  kind: 'validity',
  text: 'If Business or Commercial Purpose equals 1, then Discount Points must be Exempt or NA.',
  fields: ['businessOrCommercialPurpose', 'discountPoints'],
  fails: ({ businessOrCommercialPurpose, discountPoints }) =>
    businessOrCommercialPurpose === '1' && !isNotApplicableOrExempt(discountPoints),
};
