import type { LarEdit } from '../../edit.ts';
import { isNotDenied } from './families/actions-taken.ts';

export const v670_4: LarEdit = {
  id: 'V670-4',
  kind: 'validity',
  text: 'If Reason for Denial: 1 equals 10, then Action Taken must equal 1, 2, 4, 5, 6, or 8.',
  fields: ['denialReason1', 'actionTaken'],
  fails: ({ denialReason1, actionTaken }) => denialReason1 === '10' && !isNotDenied(actionTaken),
};
