import type { LarEdit } from '../../edit.ts';
import { isBlank } from '../../reported-words.ts';
import { systemFields, systems } from './families/underwriting-systems.ts';

export const v702_2: LarEdit = {
  id: 'V702-2',
  kind: 'validity',
  text: 'The Automated Underwriting System: Conditional Free Form Text Field for Code 5 was reported, but Code 5 was not reported in Automated Underwriting System: 1; Automated Underwriting System: 2; Automated Underwriting System: 3; Automated Underwriting System: 4; or Automated Underwriting System: 5.',
  fields: [...systemFields, 'ausOther'],
  fails: (row) => !isBlank(row.ausOther) && !systems(row).includes('5'),
};
