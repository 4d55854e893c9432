import type { LarEdit } from '../../edit.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';

export const v674_2: LarEdit = {
  id: 'V674-2',
  kind: 'validity',
  text: 'If Reverse Mortgage equals 1, then Origination Charges must be Exempt or NA.',
  fields: ['reverseMortgage', 'originationCharges'],
  fails: ({ reverseMortgage, originationCharges }) =>
    reverseMortgage === '1' && !isNotApplicableOrExempt(originationCharges),
};
