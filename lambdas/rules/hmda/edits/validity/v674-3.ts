import type { LarEdit } from '../../edit.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';

export const v674_3: LarEdit = {
  id: 'V674-3',
  kind: 'validity',
  text: 'If Open-End Line of Credit equals 1, then Origination Charges must be Exempt or NA.',
  fields: ['openEndLineOfCredit', 'originationCharges'],
  fails: ({ openEndLineOfCredit, originationCharges }) =>
    openEndLineOfCredit === '1' && !isNotApplicableOrExempt(originationCharges),
};
