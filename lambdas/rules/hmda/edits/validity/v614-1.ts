import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';

const isOtherThanPurchase = oneOf('2 4 31 32 5');

export const v614_1: LarEdit = {
  id: 'V614-1',
  kind: 'validity',
  text: 'If Loan Purpose equals 2, 4, 31, 32, or 5, then Preapproval must equal 2.',
  fields: ['loanPurpose', 'preapproval'],
  fails: ({ loanPurpose, preapproval }) => isOtherThanPurchase(loanPurpose) && preapproval !== '2',
};
