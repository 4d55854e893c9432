import type { LarEdit } from '../../edit.ts';
import { areCodesOrBlank } from './families/blank-entries.ts';
import { isDenialReason } from './families/denial-reasons.ts';

export const v669_2: LarEdit = {
  id: 'V669-2',
  kind: 'validity',
  text: 'Reason for Denial: 2; Reason for Denial: 3; and Reason for Denial: 4 must equal 1, 2, 3, 4, 5, 6, 7, 8, 9, or be left blank.',
  fields: ['denialReason2', 'denialReason3', 'denialReason4'],
  fails: ({ denialReason2, denialReason3, denialReason4 }) =>
    !areCodesOrBlank([denialReason2, denialReason3, denialReason4], isDenialReason),
};
