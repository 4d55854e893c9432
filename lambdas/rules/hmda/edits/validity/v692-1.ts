import type { LarEdit } from '../../edit.ts';
import { isDigits } from '../../numbers.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';

export const v692_1: LarEdit = {
  id: 'V692-1',
  kind: 'validity',
  text: 'Multifamily Affordable Units must be either a whole number, Exempt, or NA, and cannot be left blank.',
  fields: ['multifamilyAffordableUnits'],
  fails: ({ multifamilyAffordableUnits }) =>
    !isDigits(multifamilyAffordableUnits) && !isNotApplicableOrExempt(multifamilyAffordableUnits),
};
