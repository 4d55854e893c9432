import type { LarEdit } from '../../edit.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';

export const v672_3: LarEdit = {
  id: 'V672-3',
  kind: 'validity',
  text: 'If Reverse Mortgage equals 1, then Total Loan Costs must be Exempt or NA.',
  fields: ['reverseMortgage', 'totalLoanCosts'],
  fails: ({ reverseMortgage, totalLoanCosts }) =>
    reverseMortgage === '1' && !isNotApplicableOrExempt(totalLoanCosts),
};
