import type { LarEdit } from '../../edit.ts';
import { isNoSystemUsed, resultFields, systemFields } from './families/underwriting-systems.ts';

export const v700_2: LarEdit = {
  id: 'V700-2',
  kind: 'validity',
  text: 'If Automated Underwriting System Result: 1 equals 17, then the corresponding Automated Underwriting System: 1 must equal 6; and the Automated Underwriting System: 2; Automated Underwriting System: 3; Automated Underwriting System: 4; Automated Underwriting System: 5; Automated Underwriting System Result: 2; Automated Underwriting System Result: 3; Automated Underwriting System Result: 4; and Automated Underwriting System Result: 5 must all be left blank.',
  fields: [...systemFields, ...resultFields],
  fails: (row) => row.ausResult1 === '17' && !isNoSystemUsed(row),
};
