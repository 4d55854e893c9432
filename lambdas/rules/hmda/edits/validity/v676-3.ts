import type { LarEdit } from '../../edit.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';

export const v676_3: LarEdit = {
  id: 'V676-3',
  kind: 'validity',
  text: 'If Open-End Line of Credit equals 1, then Lender Credits must be Exempt or NA.',
  fields: ['openEndLineOfCredit', 'lenderCredits'],
  fails: ({ openEndLineOfCredit, lenderCredits }) =>
    openEndLineOfCredit === '1' && !isNotApplicableOrExempt(lenderCredits),
};
