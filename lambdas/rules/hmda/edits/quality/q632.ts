import type { LarEdit } from '../../edit.ts';
import { ausFields, isAnyResultOutside } from './aus-results.ts';
import { oneOf } from '../../one-of.ts';

const isScorecardResult = oneOf('1 2 3 4 8 13 18 19 16');

export const q632: LarEdit = {
  id: 'Q632',
  kind: 'quality',
  text: 'If Automated Underwriting System: 1; Automated Underwriting System: 2; Automated Underwriting System: 3; Automated Underwriting System: 4; or Automated Underwriting System: 5 equals 3, then the corresponding Automated Underwriting System Result: 1; Automated Underwriting System Result: 2; Automated Underwriting System Result: 3; Automated Underwriting System Result: 4; or Automated Underwriting System Result: 5 should equal 1, 2, 3, 4, 8, 13, 18, 19 or 16.',
  fields: ausFields,
  fails: (row) => isAnyResultOutside(row, '3', isScorecardResult),
};
