import type { LarEdit } from '../../edit.ts';
import { isPositiveInteger } from '../../numbers.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';

export const v678_1: LarEdit = {
  id: 'V678-1',
  kind: 'validity',
  text: 'Prepayment Penalty Term must be a whole number greater than 0, Exempt, or NA, and cannot be left blank.',
  fields: ['prepaymentPenaltyTerm'],
  fails: ({ prepaymentPenaltyTerm }) =>
    !isPositiveInteger(prepaymentPenaltyTerm) && !isNotApplicableOrExempt(prepaymentPenaltyTerm),
};
