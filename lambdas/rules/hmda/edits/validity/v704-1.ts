import type { LarEdit } from '../../edit.ts';
import { isNoSystem } from './families/underwriting-systems.ts';

export const v704_1: LarEdit = {
  id: 'V704-1',
  kind: 'validity',
  text: 'If Action Taken equals 6, then Automated Underwriting System: 1 must equal 1111 or 6.',
  fields: ['actionTaken', 'aus1'],
  fails: ({ actionTaken, aus1 }) => actionTaken === '6' && !isNoSystem(aus1),
};
