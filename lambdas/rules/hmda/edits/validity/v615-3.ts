import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';

const isSecuredHome = oneOf('1 2');

export const v615_3: LarEdit = {
  id: 'V615-3',
  kind: 'validity',
  text: 'If Manufactured Home Secured Property Type equals 1 or 2 then Construction Method must equal 2.',
  fields: ['manufacturedHomeSecuredPropertyType', 'constructionMethod'],
  fails: ({ manufacturedHomeSecuredPropertyType, constructionMethod }) =>
    isSecuredHome(manufacturedHomeSecuredPropertyType) && constructionMethod !== '2',
};
