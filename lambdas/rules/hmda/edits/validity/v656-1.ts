import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';

const isPurchaser = oneOf('0 1 2 3 4 5 6 71 72 8 9');

export const v656_1: LarEdit = {
  id: 'V656-1',
  kind: 'validity',
  text: 'Type of Purchaser must equal 0, 1, 2, 3, 4, 5, 6, 71, 72, 8 or 9, and cannot be left blank.',
  fields: ['typeOfPurchaser'],
  fails: ({ typeOfPurchaser }) => !isPurchaser(typeOfPurchaser),
};
