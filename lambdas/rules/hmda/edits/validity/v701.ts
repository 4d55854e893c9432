import type { LarEdit } from '../../edit.ts';
import { isBlank } from '../../reported-words.ts';

const isUnmatched = (system: string, result: string): boolean => isBlank(system) && !isBlank(result);

export const v701: LarEdit = {
  id: 'V701',
  kind: 'validity',
  text: 'If Automated Underwriting System: 2; Automated Underwriting System: 3; Automated Underwriting System: 4; or Automated Underwriting System: 5 was left blank, then the corresponding reported Automated Underwriting System Result: 2; Automated Underwriting System Result: 3; Automated Underwriting System Result: 4; or Automated Underwriting System Result: 5 must be left blank.',
  fields: ['aus2', 'aus3', 'aus4', 'aus5', 'ausResult2', 'ausResult3', 'ausResult4', 'ausResult5'],
  fails: ({ aus2, aus3, aus4, aus5, ausResult2, ausResult3, ausResult4, ausResult5 }) =>
    isUnmatched(aus2, ausResult2) ||
    isUnmatched(aus3, ausResult3) ||
    isUnmatched(aus4, ausResult4) ||
    isUnmatched(aus5, ausResult5),
};
