import type { LarEdit } from '../../edit.ts';
import { isNumber } from '../../numbers.ts';
import { oneOf } from '../../one-of.ts';

const isNoManufacturedHome = oneOf('1111 5');

export const v690_2: LarEdit = {
  id: 'V690-2',
  kind: 'validity',
  text: 'If Multifamily Affordable Units is a number, then Manufactured Home Land Property Interest must equal 1111 or 5.',
  fields: ['multifamilyAffordableUnits', 'manufacturedHomeLandPropertyInterest'],
  fails: ({ multifamilyAffordableUnits, manufacturedHomeLandPropertyInterest }) =>
    isNumber(multifamilyAffordableUnits) && !isNoManufacturedHome(manufacturedHomeLandPropertyInterest),
};
