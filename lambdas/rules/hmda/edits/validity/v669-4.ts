import type { LarEdit } from '../../edit.ts';
import { areBlank } from './families/blank-entries.ts';
import { denialReasonFields, isNoReason } from './families/denial-reasons.ts';

export const v669_4: LarEdit = {
  id: 'V669-4',
  kind: 'validity',
  text: 'If Reason for Denial: 1 equals 1111 or 10, then Reason for Denial: 2; Reason for Denial: 3; and Reason for Denial: 4 must all be left blank.',
  fields: [...denialReasonFields],
  fails: ({ denialReason1, denialReason2, denialReason3, denialReason4 }) =>
    isNoReason(denialReason1) && !areBlank([denialReason2, denialReason3, denialReason4]),
};
