import type { LarEdit } from '../../edit.ts';
import { isNoMoreThanPart } from './whole-and-part.ts';

export const q615_1: LarEdit = {
  id: 'Q615-1',
  kind: 'quality',
  text: 'If Total Loan Costs and Origination Charges are not reported NA or Exempt, and are both nonzero numbers, then Total Loan Costs generally should be greater than Origination Charges.',
  fields: ['originationCharges', 'totalLoanCosts', 'totalPointsAndFees'],
  fails: ({ totalLoanCosts, originationCharges }) => isNoMoreThanPart(totalLoanCosts, originationCharges),
};
