import type { LarEdit } from '../../edit.ts';
import { numberOf } from '../../numbers.ts';

/** Not moved with FHA's yearly limits in any of the three guides. */
const MOST_AMOUNT = 637_000;

export const q624: LarEdit = {
  id: 'Q624',
  kind: 'quality',
  text: 'If Loan Type equals 2, and Total Units equals 1, then Loan Amount generally should be less than or equal to $637,000 (reported as 637000).',
  fields: ['loanType', 'totalUnits', 'loanAmount'],
  fails: ({ loanType, totalUnits, loanAmount }) =>
    loanType === '2' && numberOf(totalUnits) === 1 && numberOf(loanAmount) > MOST_AMOUNT,
};
