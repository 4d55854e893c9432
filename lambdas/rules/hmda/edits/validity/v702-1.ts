import type { LarEdit } from '../../edit.ts';
import { isBlank } from '../../reported-words.ts';
import { systemFields, systems } from './families/underwriting-systems.ts';

export const v702_1: LarEdit = {
  id: 'V702-1',
  kind: 'validity',
  text: 'Automated Underwriting System: 1; Automated Underwriting System: 2; Automated Underwriting System: 3; Automated Underwriting System: 4; or Automated Underwriting System: 5 was reported Code 5: Other. However, the Automated Underwriting System: Conditional Free Form Text Field for Code 5 was left blank.',
  fields: [...systemFields, 'ausOther'],
  fails: (row) => systems(row).includes('5') && isBlank(row.ausOther),
};
