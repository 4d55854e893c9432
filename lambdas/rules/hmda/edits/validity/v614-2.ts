import type { LarEdit } from '../../edit.ts';
import { isNumber } from '../../numbers.ts';

export const v614_2: LarEdit = {
  id: 'V614-2',
  kind: 'validity',
  text: 'If Multifamily Affordable Units is a number, then Preapproval must equal 2.',
  fields: ['multifamilyAffordableUnits', 'preapproval'],
  fails: ({ multifamilyAffordableUnits, preapproval }) =>
    isNumber(multifamilyAffordableUnits) && preapproval !== '2',
};
