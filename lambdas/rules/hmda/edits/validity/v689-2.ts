import type { LarEdit } from '../../edit.ts';
import { isNumber } from '../../numbers.ts';
import { oneOf } from '../../one-of.ts';

const isNoManufacturedHome = oneOf('1111 3');

export const v689_2: LarEdit = {
  id: 'V689-2',
  kind: 'validity',
  text: 'If Multifamily Affordable Units is a number, then Manufactured Home Secured Property Type must equal 1111 or 3.',
  fields: ['multifamilyAffordableUnits', 'manufacturedHomeSecuredPropertyType'],
  fails: ({ multifamilyAffordableUnits, manufacturedHomeSecuredPropertyType }) =>
    isNumber(multifamilyAffordableUnits) && !isNoManufacturedHome(manufacturedHomeSecuredPropertyType),
};
