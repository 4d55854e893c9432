import type { LarEdit } from '../../edit.ts';
import { isExempt } from '../../reported-words.ts';
import { isInteger, numberOf } from '../../numbers.ts';

const LEAST_UNITS = 5;

export const q655: LarEdit = {
  id: 'Q655',
  kind: 'quality',
  text: 'If Total Units is greater than or equal to 5 and the record relates to a multifamily property, then Multifamily Affordable Units should generally be Exempt, 0, or an integer.',
  fields: ['totalUnits', 'multifamilyAffordableUnits'],
  fails: ({ totalUnits, multifamilyAffordableUnits: affordable }) =>
    numberOf(totalUnits) >= LEAST_UNITS && !isExempt(affordable) && !isInteger(affordable),
};
