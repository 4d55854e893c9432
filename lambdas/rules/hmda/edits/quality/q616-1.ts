import type { LarEdit } from '../../edit.ts';
import { isNoMoreThanPart } from './whole-and-part.ts';

export const q616_1: LarEdit = {
  id: 'Q616-1',
  kind: 'quality',
  text: 'If Total Loan Costs and Discount Points are not reported NA or Exempt, and are both nonzero numbers, then Total Loan Costs generally should be greater than Discount Points.',
  fields: ['discountPoints', 'totalLoanCosts', 'totalPointsAndFees'],
  fails: ({ totalLoanCosts, discountPoints }) => isNoMoreThanPart(totalLoanCosts, discountPoints),
};
