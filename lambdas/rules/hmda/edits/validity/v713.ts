import type { LarEdit } from '../../edit.ts';
import { isExemptCode } from '../../reported-words.ts';
import { areBlank } from './families/blank-entries.ts';
import { resultFields, results, systemFields, systems } from './families/underwriting-systems.ts';

export const v713: LarEdit = {
  id: 'V713',
  kind: 'validity',
  text: 'If the Automated Underwriting System exemption election is taken, Automated Underwriting System: 1 and Automated Underwriting System Result: 1 must be reported 1111; and Automated Underwriting System: 2, Automated Underwriting System: 3, Automated Underwriting System: 4, Automated Underwriting System: 5, Automated Underwriting System: Conditional Free Form Text Field for Code 5, Automated Underwriting System Result: 2, Automated Underwriting System Result: 3, Automated Underwriting System Result: 4, Automated Underwriting System Result: 5, and Automated Underwriting System Result: Conditional Free Form Text Field for Code 16 must be left blank.',
  fields: [...systemFields, 'ausOther', ...resultFields, 'ausResultOther'],
  fails: (row) => {
    const [system = '', ...systemsBeyond] = systems(row);
    const [result = '', ...resultsBeyond] = results(row);
    const beyond = [...systemsBeyond, row.ausOther, ...resultsBeyond, row.ausResultOther];
    const isElected = [system, ...systemsBeyond, result, ...resultsBeyond].some(isExemptCode);
    return isElected && !(isExemptCode(system) && isExemptCode(result) && areBlank(beyond));
  },
};
