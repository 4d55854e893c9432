import type { LarEdit } from '../../edit.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';

export const v682_2: LarEdit = {
  id: 'V682-2',
  kind: 'validity',
  text: 'If Reverse Mortgage equals 1, then Loan Term must be Exempt or NA.',
  fields: ['reverseMortgage', 'loanTerm'],
  fails: ({ reverseMortgage, loanTerm }) => reverseMortgage === '1' && !isNotApplicableOrExempt(loanTerm),
};
