import type { LarEdit } from '../../edit.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';

export const v672_5: LarEdit = {
  id: 'V672-5',
  kind: 'validity',
  text: 'If Business or Commercial Purpose equals 1, then Total Loan Costs must be Exempt or NA.',
  fields: ['businessOrCommercialPurpose', 'totalLoanCosts'],
  fails: ({ businessOrCommercialPurpose, totalLoanCosts }) =>
    businessOrCommercialPurpose === '1' && !isNotApplicableOrExempt(totalLoanCosts),
};
