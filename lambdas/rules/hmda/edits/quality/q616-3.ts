import type { LarEdit } from '../../edit.ts';
import { compare, rational, times } from '../../../../shared/rational.ts';
import { exactNumber } from './exact-number.ts';
import { isNumber, numberOf } from '../../numbers.ts';

const PERCENT = rational(100);
const MOST_PERCENT = rational(15);

export const q616_3: LarEdit = {
  id: 'Q616-3',
  kind: 'quality',
  text: 'The Discount Points should not generally be higher than 15% of the Loan Amount and must be reported in dollars.',
  from: 2025,
  fields: ['discountPoints', 'loanAmount'],
  fails: ({ discountPoints, loanAmount }) => {
    if (!(numberOf(discountPoints) > 0) || !isNumber(loanAmount)) return false;
    return (
      compare(times(exactNumber(discountPoints), PERCENT), times(exactNumber(loanAmount), MOST_PERCENT)) > 0
    );
  },
};
