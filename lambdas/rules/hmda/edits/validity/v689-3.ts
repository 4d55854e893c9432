import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';

const isNoManufacturedHome = oneOf('1111 3');

export const v689_3: LarEdit = {
  id: 'V689-3',
  kind: 'validity',
  text: 'If Construction Method equals 1, then Manufactured Home Secured Property Type must equal 1111 or 3.',
  fields: ['constructionMethod', 'manufacturedHomeSecuredPropertyType'],
  fails: ({ constructionMethod, manufacturedHomeSecuredPropertyType }) =>
    constructionMethod === '1' && !isNoManufacturedHome(manufacturedHomeSecuredPropertyType),
};
