import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';

const isOccupancyType = oneOf('1 2 3');

export const v616: LarEdit = {
  id: 'V616',
  kind: 'validity',
  text: 'Occupancy Type must equal 1, 2, or 3, and cannot be left blank.',
  fields: ['occupancyType'],
  fails: ({ occupancyType }) => !isOccupancyType(occupancyType),
};
