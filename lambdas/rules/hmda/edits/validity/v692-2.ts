import type { LarEdit } from '../../edit.ts';
import { numberOf } from '../../numbers.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';

const MULTIFAMILY_UNITS = 5;

export const v692_2: LarEdit = {
  id: 'V692-2',
  kind: 'validity',
  text: 'If Total Units is less than 5, then Multifamily Affordable Units must be Exempt or NA.',
  fields: ['totalUnits', 'multifamilyAffordableUnits'],
  fails: ({ totalUnits, multifamilyAffordableUnits }) =>
    numberOf(totalUnits) < MULTIFAMILY_UNITS && !isNotApplicableOrExempt(multifamilyAffordableUnits),
};
