import type { LarEdit } from '../../edit.ts';
import { numberOf } from '../../numbers.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';

const MULTIFAMILY_UNITS = 5;

export const v692_3: LarEdit = {
  id: 'V692-3',
  kind: 'validity',
  text: 'If Total Units is greater than or equal to 5, then Multifamily Affordable Units must be less than or equal to Total Units, Exempt or NA.',
  fields: ['totalUnits', 'multifamilyAffordableUnits'],
  fails: ({ totalUnits, multifamilyAffordableUnits }) =>
    numberOf(totalUnits) >= MULTIFAMILY_UNITS &&
    !isNotApplicableOrExempt(multifamilyAffordableUnits) &&
    !(numberOf(multifamilyAffordableUnits) <= numberOf(totalUnits)),
};
