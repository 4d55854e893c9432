import type { LarEdit } from '../../edit.ts';
import { numberOf } from '../../numbers.ts';
import { oneOf } from '../../one-of.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';

const isAgency = oneOf('1 2 3 4');
const MOST_SPREAD = 10;

export const q609: LarEdit = {
  id: 'Q609',
  kind: 'quality',
  text: 'If Type of Purchaser equals 1, 2, 3 or 4, then Rate Spread generally should be less than or equal to 10%, Exempt, or NA.',
  fields: ['typeOfPurchaser', 'rateSpread'],
  fails: ({ typeOfPurchaser, rateSpread }) =>
    isAgency(typeOfPurchaser) &&
    !isNotApplicableOrExempt(rateSpread) &&
    !(numberOf(rateSpread) <= MOST_SPREAD),
};
