import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';

const isNoManufacturedHome = oneOf('1111 5');

export const v690_3: LarEdit = {
  id: 'V690-3',
  kind: 'validity',
  text: 'If Construction Method equals 1, then Manufactured Home Land Property Interest must equal 1111 or 5.',
  fields: ['constructionMethod', 'manufacturedHomeLandPropertyInterest'],
  fails: ({ constructionMethod, manufacturedHomeLandPropertyInterest }) =>
    constructionMethod === '1' && !isNoManufacturedHome(manufacturedHomeLandPropertyInterest),
};
