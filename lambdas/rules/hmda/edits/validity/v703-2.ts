import type { LarEdit } from '../../edit.ts';
import { isBlank } from '../../reported-words.ts';
import { resultFields, results } from './families/underwriting-systems.ts';

export const v703_2: LarEdit = {
  id: 'V703-2',
  kind: 'validity',
  text: 'The Automated Underwriting System Result: Conditional Free Form Text Field for Code 16 was reported, but Code 16 was not reported in Automated Underwriting System Result: 1; Automated Underwriting System Result: 2; Automated Underwriting System Result: 3; Automated Underwriting System Result: 4; or Automated Underwriting System Result: 5.',
  fields: [...resultFields, 'ausResultOther'],
  fails: (row) => !isBlank(row.ausResultOther) && !results(row).includes('16'),
};
