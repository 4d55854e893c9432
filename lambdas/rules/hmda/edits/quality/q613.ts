import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';

const isUsualPurpose = oneOf('1 2 31 32 5');

export const q613: LarEdit = {
  id: 'Q613',
  kind: 'quality',
  text: 'If Business or Commercial Purpose equals 1, then Loan Purpose generally should equal 1, 2, 31, 32, or 5.',
  fields: ['businessOrCommercialPurpose', 'loanPurpose'],
  fails: ({ businessOrCommercialPurpose, loanPurpose }) =>
    businessOrCommercialPurpose === '1' && !isUsualPurpose(loanPurpose),
};
