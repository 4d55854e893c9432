import type { LarEdit } from '../../edit.ts';
import { ausFields, isAnyResultOutside } from './aus-results.ts';
import { oneOf } from '../../one-of.ts';

const isDesktopUnderwriterResult = oneOf('1 2 3 4 5 6 7 15 16');

export const q643: LarEdit = {
  id: 'Q643',
  kind: 'quality',
  text: 'If Automated Underwriting System: 1, Automated Underwriting System: 2; Automated Underwriting System: 3; Automated Underwriting System: 4; or Automated Underwriting System: 5 equals 1, then the corresponding Automated Underwriting System Result: 1; Automated Underwriting System Result: 2; Automated Underwriting System Result: 3; Automated Underwriting System Result: 4; or Automated Underwriting System Result: 5 should equal 1, 2, 3, 4, 5, 6, 7, 15, or 16.',
  fields: ausFields,
  fails: (row) => isAnyResultOutside(row, '1', isDesktopUnderwriterResult),
};
