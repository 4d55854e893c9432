import type { LarEdit } from '../../edit.ts';
import { isNoResult } from './families/underwriting-systems.ts';

export const v704_2: LarEdit = {
  id: 'V704-2',
  kind: 'validity',
  text: 'If Action Taken equals 6, then Automated Underwriting System Result: 1 must equal 1111 or 17.',
  fields: ['actionTaken', 'ausResult1'],
  fails: ({ actionTaken, ausResult1 }) => actionTaken === '6' && !isNoResult(ausResult1),
};
