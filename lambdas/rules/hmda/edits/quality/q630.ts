import type { LarEdit } from '../../edit.ts';
import { numberOf } from '../../numbers.ts';

const LEAST_UNITS = 5;

export const q630: LarEdit = {
  id: 'Q630',
  kind: 'quality',
  text: 'If Total Units is greater than or equal to 5, then HOEPA Status generally should equal 3.',
  fields: ['totalUnits', 'hoepaStatus'],
  fails: ({ totalUnits, hoepaStatus }) => numberOf(totalUnits) >= LEAST_UNITS && hoepaStatus !== '3',
};
