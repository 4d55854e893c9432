import type { LarEdit } from '../../edit.ts';
import { isYesNoOrExempt } from './families/yes-no-exempt.ts';

export const v686: LarEdit = {
  id: 'V686',
  kind: 'validity',
  text: 'Negative Amortization must equal 1111, 1 or 2, and cannot be left blank.',
  fields: ['negativeAmortization'],
  fails: ({ negativeAmortization }) => !isYesNoOrExempt(negativeAmortization),
};
