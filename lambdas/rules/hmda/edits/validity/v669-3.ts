import type { LarEdit } from '../../edit.ts';
import { denialReasonFields, denialReasons } from './families/denial-reasons.ts';
import { repeatsACode } from './families/repeated-code.ts';

export const v669_3: LarEdit = {
  id: 'V669-3',
  kind: 'validity',
  text: 'Each Reason for Denial code can only be reported once.',
  fields: [...denialReasonFields],
  fails: (row) => repeatsACode(denialReasons(row)),
};
