import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';

const isLandInterest = oneOf('1 2 3 4');

export const v615_2: LarEdit = {
  id: 'V615-2',
  kind: 'validity',
  text: 'If Manufactured Home Land Property Interest equals 1, 2, 3 or 4, then Construction Method must equal 2.',
  fields: ['manufacturedHomeLandPropertyInterest', 'constructionMethod'],
  fails: ({ manufacturedHomeLandPropertyInterest, constructionMethod }) =>
    isLandInterest(manufacturedHomeLandPropertyInterest) && constructionMethod !== '2',
};
