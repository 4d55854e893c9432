import type { LarEdit } from '../../edit.ts';
import { isNoSystemUsed, resultFields, systemFields } from './families/underwriting-systems.ts';

export const v700_1: LarEdit = {
  id: 'V700-1',
  kind: 'validity',
  text: 'If Automated Underwriting System: 1 equals 6, then the corresponding Automated Underwriting System Result: 1 must equal 17; and the Automated Underwriting System: 2; Automated Underwriting System: 3; Automated Underwriting System: 4; Automated Underwriting System: 5; Automated Underwriting System Result: 2; Automated Underwriting System Result: 3; Automated Underwriting System Result: 4; and Automated Underwriting System Result: 5 must all be left blank.',
  fields: [...systemFields, ...resultFields],
  fails: (row) => row.aus1 === '6' && !isNoSystemUsed(row),
};
