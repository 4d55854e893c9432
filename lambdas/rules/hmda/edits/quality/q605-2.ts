import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';

const isInsuredOrGuaranteed = oneOf('2 3 4');

export const q605_2: LarEdit = {
  id: 'Q605-2',
  kind: 'quality',
  text: 'If Type of Purchaser equals 2, then Loan Type generally should equal 2, 3 or 4.',
  fields: ['typeOfPurchaser', 'loanType'],
  fails: ({ typeOfPurchaser, loanType }) => typeOfPurchaser === '2' && !isInsuredOrGuaranteed(loanType),
};
