import type { LarEdit } from '../../edit.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';

export const v675_3: LarEdit = {
  id: 'V675-3',
  kind: 'validity',
  text: 'If Open-End Line of Credit equals 1, then Discount Points must be Exempt or NA.',
  fields: ['openEndLineOfCredit', 'discountPoints'],
  fails: ({ openEndLineOfCredit, discountPoints }) =>
    openEndLineOfCredit === '1' && !isNotApplicableOrExempt(discountPoints),
};
