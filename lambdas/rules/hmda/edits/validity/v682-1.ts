import type { LarEdit } from '../../edit.ts';
import { isPositiveInteger } from '../../numbers.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';

export const v682_1: LarEdit = {
  id: 'V682-1',
  kind: 'validity',
  text: 'Loan Term must be either a whole number greater than zero, Exempt, or NA, and cannot be left blank.',
  fields: ['loanTerm'],
  fails: ({ loanTerm }) => !isPositiveInteger(loanTerm) && !isNotApplicableOrExempt(loanTerm),
};
