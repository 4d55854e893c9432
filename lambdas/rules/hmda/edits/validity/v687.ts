import type { LarEdit } from '../../edit.ts';
import { isYesNoOrExempt } from './families/yes-no-exempt.ts';

export const v687: LarEdit = {
  id: 'V687',
  kind: 'validity',
  text: 'Other Non-amortizing Features must equal 1111, 1 or 2, and cannot be left blank.',
  fields: ['otherNonAmortizingFeatures'],
  fails: ({ otherNonAmortizingFeatures }) => !isYesNoOrExempt(otherNonAmortizingFeatures),
};
