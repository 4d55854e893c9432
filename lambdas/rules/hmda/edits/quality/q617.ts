import type { LarEdit } from '../../edit.ts';
import { compare, dividedBy, rational, times } from '../../../../shared/rational.ts';
import { exactNumber, roundedLike } from './exact-number.ts';
import { isNumber, numberOf } from '../../numbers.ts';

const PERCENT = rational(100);

/** Rounding moves a percentage by half a point at most: ratios further apart need no exact arithmetic. */
const CLEARLY_APART = 1;

/** The loan-to-value ratio has as many decimals as the combined ratio was reported with, else rounding alone would trip it. */
export const q617: LarEdit = {
  id: 'Q617',
  kind: 'quality',
  text: 'If Loan Type equals 1 and Combined Loan-to-Value Ratio and Property Value are not reported NA or Exempt, then the Combined Loan-to Value Ratio generally should be greater than or equal to the Loan to-Value Ratio (calculated as Loan Amount divided by the Property Value).',
  fields: ['combinedLoanToValueRatio', 'loanAmount', 'propertyValue', 'loanType'],
  fails: ({ loanType, combinedLoanToValueRatio: combined, loanAmount, propertyValue }) => {
    if (loanType !== '1' || ![combined, loanAmount].every(isNumber) || !(numberOf(propertyValue) > 0))
      return false;
    const apart = numberOf(combined) - (numberOf(loanAmount) / numberOf(propertyValue)) * 100;
    if (Math.abs(apart) > CLEARLY_APART) return apart < 0;
    const percent = times(dividedBy(exactNumber(loanAmount), exactNumber(propertyValue)), PERCENT);
    return compare(exactNumber(combined), roundedLike(percent, combined)) < 0;
  },
};
