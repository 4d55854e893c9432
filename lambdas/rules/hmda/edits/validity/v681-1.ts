import type { LarEdit } from '../../edit.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';
import { isAboveZero } from './families/number-ranges.ts';

export const v681_1: LarEdit = {
  id: 'V681-1',
  kind: 'validity',
  text: 'Combined Loan-to-Value Ratio must be either a number greater than 0, Exempt or NA, and cannot be left blank.',
  fields: ['combinedLoanToValueRatio'],
  fails: ({ combinedLoanToValueRatio }) =>
    !isAboveZero(combinedLoanToValueRatio) && !isNotApplicableOrExempt(combinedLoanToValueRatio),
};
