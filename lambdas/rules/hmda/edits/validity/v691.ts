import type { LarEdit } from '../../edit.ts';
import { isPositiveInteger } from '../../numbers.ts';

export const v691: LarEdit = {
  id: 'V691',
  kind: 'validity',
  text: 'Total Units must be a whole number greater than 0, and cannot be left blank.',
  fields: ['totalUnits'],
  fails: ({ totalUnits }) => !isPositiveInteger(totalUnits),
};
