import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';

const isActionTaken = oneOf('1 2 3 4 5 6 7 8');

export const v618: LarEdit = {
  id: 'V618',
  kind: 'validity',
  text: 'Action Taken must equal 1, 2, 3, 4, 5, 6, 7, or 8, and cannot be left blank.',
  fields: ['actionTaken'],
  fails: ({ actionTaken }) => !isActionTaken(actionTaken),
};
