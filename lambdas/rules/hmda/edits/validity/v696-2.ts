import type { LarEdit } from '../../edit.ts';
import { areCodesOrBlank } from './families/blank-entries.ts';
import { isNoResult, isResult, resultFields } from './families/underwriting-systems.ts';

export const v696_2: LarEdit = {
  id: 'V696-2',
  kind: 'validity',
  text: 'Automated Underwriting System Result: 1 must equal 1111, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, or 24 and cannot be left blank. Automated Underwriting System Result: 2; Automated Underwriting System Result: 3; Automated Underwriting System Result: 4; and Automated Underwriting System Result: 5 must equal 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 19, 20, 21, 22, 23, 24 or be left blank.',
  fields: [...resultFields],
  fails: ({ ausResult1, ausResult2, ausResult3, ausResult4, ausResult5 }) =>
    (!isResult(ausResult1) && !isNoResult(ausResult1)) ||
    !areCodesOrBlank([ausResult2, ausResult3, ausResult4, ausResult5], isResult),
};
