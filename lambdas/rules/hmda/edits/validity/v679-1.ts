import type { LarEdit } from '../../edit.ts';
import { isNumber } from '../../numbers.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';

export const v679_1: LarEdit = {
  id: 'V679-1',
  kind: 'validity',
  text: 'Debt-to-Income Ratio must be either a number, Exempt or NA, and cannot be left blank.',
  fields: ['debtToIncomeRatio'],
  fails: ({ debtToIncomeRatio }) =>
    !isNumber(debtToIncomeRatio) && !isNotApplicableOrExempt(debtToIncomeRatio),
};
