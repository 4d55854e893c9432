import type { LarEdit } from '../../edit.ts';
import { isNoMoreThanPart } from './whole-and-part.ts';

export const q615_2: LarEdit = {
  id: 'Q615-2',
  kind: 'quality',
  text: 'If Total Points and Fees and Origination Charges are not reported NA or Exempt, and are both nonzero numbers, then Total Points and Fees generally should be greater than Origination Charges.',
  fields: ['originationCharges', 'totalLoanCosts', 'totalPointsAndFees'],
  fails: ({ totalPointsAndFees, originationCharges }) =>
    isNoMoreThanPart(totalPointsAndFees, originationCharges),
};
