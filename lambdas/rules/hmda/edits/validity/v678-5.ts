import type { LarEdit } from '../../edit.ts';
import { numberOf } from '../../numbers.ts';

export const v678_5: LarEdit = {
  id: 'V678-5',
  kind: 'validity',
  text: 'If both Prepayment Penalty Term and Loan Term are numbers, then Prepayment Penalty Term must be less than or equal to Loan Term.',
  fields: ['prepaymentPenaltyTerm', 'loanTerm'],
  fails: ({ prepaymentPenaltyTerm, loanTerm }) => numberOf(prepaymentPenaltyTerm) > numberOf(loanTerm),
};
