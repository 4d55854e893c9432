import type { LarEdit } from '../../edit.ts';
import { isYesNoOrExempt } from './families/yes-no-exempt.ts';

export const v707: LarEdit = {
  id: 'V707',
  kind: 'validity',
  text: 'Open-End Line of Credit must equal 1111, 1, or 2, and cannot be left blank.',
  fields: ['openEndLineOfCredit'],
  fails: ({ openEndLineOfCredit }) => !isYesNoOrExempt(openEndLineOfCredit),
};
