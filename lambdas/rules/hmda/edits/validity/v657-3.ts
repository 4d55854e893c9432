import type { LarEdit } from '../../edit.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';

export const v657_3: LarEdit = {
  id: 'V657-3',
  kind: 'validity',
  text: 'If Reverse Mortgage equals 1, then Rate Spread must be Exempt or NA.',
  fields: ['reverseMortgage', 'rateSpread'],
  fails: ({ reverseMortgage, rateSpread }) => reverseMortgage === '1' && !isNotApplicableOrExempt(rateSpread),
};
