import type { LarEdit } from '../../edit.ts';
import { isBlank, isNotApplicableOrExempt } from '../../reported-words.ts';
import { isAboveZero } from './families/number-ranges.ts';

export const v675_1: LarEdit = {
  id: 'V675-1',
  kind: 'validity',
  text: 'Discount Points must be a number greater than 0, blank, Exempt, or NA.',
  fields: ['discountPoints'],
  fails: ({ discountPoints }) =>
    !isBlank(discountPoints) && !isAboveZero(discountPoints) && !isNotApplicableOrExempt(discountPoints),
};
