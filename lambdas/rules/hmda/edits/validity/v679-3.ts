import type { LarEdit } from '../../edit.ts';
import { isNumber } from '../../numbers.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';

export const v679_3: LarEdit = {
  id: 'V679-3',
  kind: 'validity',
  text: 'If Multifamily Affordable Units is a number, then Debt-to-Income Ratio must be Exempt or NA.',
  fields: ['multifamilyAffordableUnits', 'debtToIncomeRatio'],
  fails: ({ multifamilyAffordableUnits, debtToIncomeRatio }) =>
    isNumber(multifamilyAffordableUnits) && !isNotApplicableOrExempt(debtToIncomeRatio),
};
