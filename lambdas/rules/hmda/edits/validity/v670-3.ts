import type { LarEdit } from '../../edit.ts';
import { isNotDenied } from './families/actions-taken.ts';
import { isNoReason } from './families/denial-reasons.ts';

export const v670_3: LarEdit = {
  id: 'V670-3',
  kind: 'validity',
  text: 'If Action Taken equals 1, 2, 4, 5, 6, or 8, then Reason for Denial: 1 must equal 1111 or 10.',
  fields: ['actionTaken', 'denialReason1'],
  fails: ({ actionTaken, denialReason1 }) => isNotDenied(actionTaken) && !isNoReason(denialReason1),
};
