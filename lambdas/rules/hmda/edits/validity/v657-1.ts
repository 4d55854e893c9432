import type { LarEdit } from '../../edit.ts';
import { isNumber } from '../../numbers.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';

export const v657_1: LarEdit = {
  id: 'V657-1',
  kind: 'validity',
  text: 'Rate Spread must be a number, Exempt, or NA, and cannot be left blank.',
  fields: ['rateSpread'],
  fails: ({ rateSpread }) => !isNumber(rateSpread) && !isNotApplicableOrExempt(rateSpread),
};
