import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';

const isFannieMaeOrFreddieMac = oneOf('1 3');

export const q605_1: LarEdit = {
  id: 'Q605-1',
  kind: 'quality',
  text: 'If Type of Purchaser equals 1 or 3, then Loan Type generally should equal 1.',
  fields: ['typeOfPurchaser', 'loanType'],
  fails: ({ typeOfPurchaser, loanType }) => isFannieMaeOrFreddieMac(typeOfPurchaser) && loanType !== '1',
};
