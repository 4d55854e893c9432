import type { LarEdit } from '../../edit.ts';
import { isBlank } from '../../reported-words.ts';
import { denialReasonFields, denialReasons } from './families/denial-reasons.ts';

export const v671_1: LarEdit = {
  id: 'V671-1',
  kind: 'validity',
  text: 'Reason for Denial: 1; Reason for Denial: 2; Reason for Denial: 3; or Reason for Denial: 4 was reported Code 9: Other; however, the Reason for Denial: Conditional Free Form Text Field for Code 9 was left blank.',
  fields: [...denialReasonFields, 'denialReasonOther'],
  fails: (row) => denialReasons(row).includes('9') && isBlank(row.denialReasonOther),
};
