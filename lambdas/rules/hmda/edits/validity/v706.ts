import type { LarEdit } from '../../edit.ts';
import { isYesNoOrExempt } from './families/yes-no-exempt.ts';

export const v706: LarEdit = {
  id: 'V706',
  kind: 'validity',
  text: 'Reverse Mortgage must equal 1111, 1 or 2, and cannot be left blank.',
  fields: ['reverseMortgage'],
  fails: ({ reverseMortgage }) => !isYesNoOrExempt(reverseMortgage),
};
