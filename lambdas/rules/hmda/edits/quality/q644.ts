import type { LarEdit } from '../../edit.ts';
import { ausFields, isAnyResultOutside } from './aus-results.ts';
import { oneOf } from '../../one-of.ts';

const isLoanProspectorResult = oneOf('8 9 10 11 12 13 16');

export const q644: LarEdit = {
  id: 'Q644',
  kind: 'quality',
  text: 'If Automated Underwriting System: 1; Automated Underwriting System: 2; Automated Underwriting System: 3; Automated Underwriting System: 4; or Automated Underwriting System: 5 equals 2, then the corresponding Automated Underwriting System Result: 1; Automated Underwriting System Result: 2; Automated Underwriting System Result: 3; Automated Underwriting System Result: 4; or Automated Underwriting System Result: 5 should equal 8, 9, 10, 11, 12, 13, or 16.',
  fields: ausFields,
  fails: (row) => isAnyResultOutside(row, '2', isLoanProspectorResult),
};
