import type { LarEdit } from '../../edit.ts';
import { isBlank } from '../../reported-words.ts';
import { denialReasonFields, denialReasons } from './families/denial-reasons.ts';

export const v671_2: LarEdit = {
  id: 'V671-2',
  kind: 'validity',
  text: 'The Reason for Denial: Conditional Free Form Text Field for Code 9 was reported, but Code 9 was not reported in Reason for Denial: 1; Reason for Denial: 2; Reason for Denial: 3; or Reason for Denial: 4.',
  fields: [...denialReasonFields, 'denialReasonOther'],
  fails: (row) => !isBlank(row.denialReasonOther) && !denialReasons(row).includes('9'),
};
