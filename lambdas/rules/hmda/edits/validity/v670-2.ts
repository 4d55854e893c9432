import type { LarEdit } from '../../edit.ts';
import { isDenial } from './families/actions-taken.ts';
import { isDenialReason } from './families/denial-reasons.ts';

export const v670_2: LarEdit = {
  id: 'V670-2',
  kind: 'validity',
  text: 'If Reason for Denial: 1 equals 1, 2, 3, 4, 5, 6, 7, 8, or 9, then Action Taken must equal 3 or 7.',
  fields: ['denialReason1', 'actionTaken'],
  fails: ({ denialReason1, actionTaken }) => isDenialReason(denialReason1) && !isDenial(actionTaken),
};
