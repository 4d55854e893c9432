import type { LarEdit } from '../../edit.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';

export const v672_4: LarEdit = {
  id: 'V672-4',
  kind: 'validity',
  text: 'If Open-End Line of Credit equals 1, then Total Loan Costs must be Exempt or NA.',
  fields: ['openEndLineOfCredit', 'totalLoanCosts'],
  fails: ({ openEndLineOfCredit, totalLoanCosts }) =>
    openEndLineOfCredit === '1' && !isNotApplicableOrExempt(totalLoanCosts),
};
