import type { LarEdit } from '../../edit.ts';
import { isExemptCode } from '../../reported-words.ts';
import { areBlank } from './families/blank-entries.ts';
import { denialReasonFields, denialReasons } from './families/denial-reasons.ts';

export const v711: LarEdit = {
  id: 'V711',
  kind: 'validity',
  text: 'If the Reason for Denial exemption election is taken, Reason for Denial: 1 must be reported 1111; and Reason for Denial 2, Reason for Denial 3, Reason for Denial 4, and Reason for Denial: Conditional Free Form Text Field for Code 9 must be left blank.',
  fields: [...denialReasonFields, 'denialReasonOther'],
  fails: (row) => {
    const [first = '', ...others] = denialReasons(row);
    const isElected = isExemptCode(first) || others.some(isExemptCode);
    return isElected && !(isExemptCode(first) && areBlank([...others, row.denialReasonOther]));
  },
};
