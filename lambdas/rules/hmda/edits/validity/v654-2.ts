import type { LarEdit } from '../../edit.ts';
import { isNumber } from '../../numbers.ts';
import { isNotApplicable } from '../../reported-words.ts';

export const v654_2: LarEdit = {
  id: 'V654-2',
  kind: 'validity',
  text: 'If Multifamily Affordable Units is a number, then Income must be NA.',
  fields: ['multifamilyAffordableUnits', 'income'],
  fails: ({ multifamilyAffordableUnits, income }) =>
    isNumber(multifamilyAffordableUnits) && !isNotApplicable(income),
};
