import type { LarEdit } from '../../edit.ts';
import { isResult, resultFields, results, systemFields, systems } from './families/underwriting-systems.ts';

export const v699: LarEdit = {
  id: 'V699',
  kind: 'validity',
  text: 'If Automated Underwriting System: 1; Automated Underwriting System: 2; Automated Underwriting System: 3; Automated Underwriting System: 4; or Automated Underwriting System: 5 equals 5, then the corresponding Automated Underwriting System Result: 1; Automated Underwriting System Result: 2; Automated Underwriting System Result: 3; Automated Underwriting System Result: 4; or Automated Underwriting System Result: 5 must equal 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 19, 20, 21, 22, 23 or 24.',
  fields: [...systemFields, ...resultFields],
  fails: (row) => {
    const found = results(row);
    return systems(row).some((system, index) => system === '5' && !isResult(found[index] ?? ''));
  },
};
