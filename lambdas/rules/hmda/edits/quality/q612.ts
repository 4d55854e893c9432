import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';

const isFannieMaeOrFreddieMac = oneOf('1 3');
const isNotHighCost = oneOf('2 3');

export const q612: LarEdit = {
  id: 'Q612',
  kind: 'quality',
  text: 'If Type of Purchaser equals 1 or 3, then HOEPA Status generally should be 2 or 3.',
  fields: ['typeOfPurchaser', 'hoepaStatus'],
  fails: ({ typeOfPurchaser, hoepaStatus }) =>
    isFannieMaeOrFreddieMac(typeOfPurchaser) && !isNotHighCost(hoepaStatus),
};
