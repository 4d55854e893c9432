import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';

const isFirstReason = oneOf('1111 1 2 3 4 5 6 7 8 9 10');

export const v669_1: LarEdit = {
  id: 'V669-1',
  kind: 'validity',
  text: 'Reason for Denial: 1 must equal 1111, 1, 2, 3, 4, 5, 6, 7, 8, 9, or 10, and cannot be left blank.',
  fields: ['denialReason1'],
  fails: ({ denialReason1 }) => !isFirstReason(denialReason1),
};
