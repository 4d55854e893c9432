import type { LarEdit } from '../../edit.ts';
import { isNoLoan } from './families/actions-taken.ts';

export const v658_2: LarEdit = {
  id: 'V658-2',
  kind: 'validity',
  text: 'If Action Taken equals 2, 3, 4, 5, 7, or 8, then HOEPA Status must be 3.',
  fields: ['actionTaken', 'hoepaStatus'],
  fails: ({ actionTaken, hoepaStatus }) => isNoLoan(actionTaken) && hoepaStatus !== '3',
};
