import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';

const isLandPropertyInterest = oneOf('1111 1 2 3 4 5');

export const v690_1: LarEdit = {
  id: 'V690-1',
  kind: 'validity',
  text: 'Manufactured Home Land Property Interest must equal 1111, 1, 2, 3, 4, or 5, and cannot be left blank.',
  fields: ['manufacturedHomeLandPropertyInterest'],
  fails: ({ manufacturedHomeLandPropertyInterest }) =>
    !isLandPropertyInterest(manufacturedHomeLandPropertyInterest),
};
