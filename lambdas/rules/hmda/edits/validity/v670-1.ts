import type { LarEdit } from '../../edit.ts';
import { isExemptCode } from '../../reported-words.ts';
import { isDenial } from './families/actions-taken.ts';
import { isDenialReason } from './families/denial-reasons.ts';

export const v670_1: LarEdit = {
  id: 'V670-1',
  kind: 'validity',
  text: 'If Action Taken equals 3 or 7, then the Reason for Denial: 1 must equal 1111, 1, 2, 3, 4, 5, 6, 7, 8, or 9.',
  fields: ['actionTaken', 'denialReason1'],
  fails: ({ actionTaken, denialReason1 }) =>
    isDenial(actionTaken) && !isDenialReason(denialReason1) && !isExemptCode(denialReason1),
};
