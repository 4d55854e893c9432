import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';

const isSecuredPropertyType = oneOf('1111 1 2 3');

export const v689_1: LarEdit = {
  id: 'V689-1',
  kind: 'validity',
  text: 'Manufactured Home Secured Property Type must equal 1111, 1, 2 or 3, and cannot be left blank.',
  fields: ['manufacturedHomeSecuredPropertyType'],
  fails: ({ manufacturedHomeSecuredPropertyType }) =>
    !isSecuredPropertyType(manufacturedHomeSecuredPropertyType),
};
