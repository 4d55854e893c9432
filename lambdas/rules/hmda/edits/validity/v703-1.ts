import type { LarEdit } from '../../edit.ts';
import { isBlank } from '../../reported-words.ts';
import { resultFields, results } from './families/underwriting-systems.ts';

export const v703_1: LarEdit = {
  id: 'V703-1',
  kind: 'validity',
  text: 'Automated Underwriting System Result: 1; Automated Underwriting System Result: 2; Automated Underwriting System Result: 3; Automated Underwriting System Result: 4; or Automated Underwriting System Result: 5 was reported Code 16: Other. However, the Automated Underwriting System Result: Conditional Free Form Text Field for Code 16 was left blank.',
  fields: [...resultFields, 'ausResultOther'],
  fails: (row) => results(row).includes('16') && isBlank(row.ausResultOther),
};
