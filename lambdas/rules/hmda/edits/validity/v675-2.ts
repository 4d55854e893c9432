import type { LarEdit } from '../../edit.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';

export const v675_2: LarEdit = {
  id: 'V675-2',
  kind: 'validity',
  text: 'If Reverse Mortgage equals 1, then Discount Points must be Exempt or NA.',
  fields: ['reverseMortgage', 'discountPoints'],
  fails: ({ reverseMortgage, discountPoints }) =>
    reverseMortgage === '1' && !isNotApplicableOrExempt(discountPoints),
};
