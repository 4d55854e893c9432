import type { LarEdit } from '../../edit.ts';
import { ausFields, isAnyResultOutside } from './aus-results.ts';
import { oneOf } from '../../one-of.ts';

const isGusResult = oneOf('3 4 10 15 18 19 20 21 22 23 24 16');

export const q633: LarEdit = {
  id: 'Q633',
  kind: 'quality',
  text: 'If Automated Underwriting System: 1; Automated Underwriting System: 2; Automated Underwriting System: 3; Automated Underwriting System: 4; or Automated Underwriting System: 5 equals 4, then the corresponding Automated Underwriting System Result: 1; Automated Underwriting System Result: 2; Automated Underwriting System Result: 3; Automated Underwriting System Result: 4; or Automated Underwriting System Result: 5 should equal 3, 4, 10, 15, 18, 19, 20, 21, 22, 23, 24 or 16.',
  fields: ausFields,
  fails: (row) => isAnyResultOutside(row, '4', isGusResult),
};
