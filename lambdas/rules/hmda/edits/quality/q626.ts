import type { LarEdit } from '../../edit.ts';
import { numberOf } from '../../numbers.ts';
import { oneOf } from '../../one-of.ts';

const isAgency = oneOf('1 2 3 4');
const MOST_UNITS = 4;
/** Below the conforming limit of high-cost areas since 2025: a lawful loan may trip it. The guides keep the figure. */
const MOST_AMOUNT = 1_225_000;

export const q626: LarEdit = {
  id: 'Q626',
  kind: 'quality',
  text: 'If Type of Purchaser equals 1, 2, 3, or 4, and Total Units is less than or equal to 4, then Loan Amount generally should be less than or equal to $1,225,000 (reported as 1225000).',
  fields: ['typeOfPurchaser', 'totalUnits', 'loanAmount'],
  fails: ({ typeOfPurchaser, totalUnits, loanAmount }) =>
    isAgency(typeOfPurchaser) && numberOf(totalUnits) <= MOST_UNITS && numberOf(loanAmount) > MOST_AMOUNT,
};
