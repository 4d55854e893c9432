import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';

const isHoepaStatus = oneOf('1 2 3');

export const v658_1: LarEdit = {
  id: 'V658-1',
  kind: 'validity',
  text: 'HOEPA Status must equal 1, 2, or 3, and cannot be left blank.',
  fields: ['hoepaStatus'],
  fails: ({ hoepaStatus }) => !isHoepaStatus(hoepaStatus),
};
