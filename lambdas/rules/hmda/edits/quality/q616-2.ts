import type { LarEdit } from '../../edit.ts';
import { isNoMoreThanPart } from './whole-and-part.ts';

export const q616_2: LarEdit = {
  id: 'Q616-2',
  kind: 'quality',
  text: 'If Total Points and Fees and Discount Points are not reported NA or Exempt, and are both nonzero numbers, then Total Points and Fees generally should be greater than Discount Points.',
  fields: ['discountPoints', 'totalLoanCosts', 'totalPointsAndFees'],
  fails: ({ totalPointsAndFees, discountPoints }) => isNoMoreThanPart(totalPointsAndFees, discountPoints),
};
