import type { LarEdit } from '../../edit.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';
import { isAtLeastZero } from './families/number-ranges.ts';

export const v674_1: LarEdit = {
  id: 'V674-1',
  kind: 'validity',
  text: 'Origination Charges must be a number greater than or equal to 0, Exempt, or NA, and cannot be left blank.',
  fields: ['originationCharges'],
  fails: ({ originationCharges }) =>
    !isAtLeastZero(originationCharges) && !isNotApplicableOrExempt(originationCharges),
};
