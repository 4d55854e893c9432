import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';

const hasNoRateSpread = oneOf('3 4 5 6 7');

export const v657_2: LarEdit = {
  id: 'V657-2',
  kind: 'validity',
  text: 'If Action Taken equals 3, 4, 5, 6, or 7, then Rate Spread must be Exempt or NA.',
  fields: ['actionTaken', 'rateSpread'],
  fails: ({ actionTaken, rateSpread }) =>
    hasNoRateSpread(actionTaken) && !isNotApplicableOrExempt(rateSpread),
};
