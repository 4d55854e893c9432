import type { LarEdit } from '../../edit.ts';
import { isPositiveInteger } from '../../numbers.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';

export const v683: LarEdit = {
  id: 'V683',
  kind: 'validity',
  text: 'Introductory Rate Period must be either a whole number greater than zero, Exempt, or NA, and cannot be left blank.',
  fields: ['introductoryRatePeriod'],
  fails: ({ introductoryRatePeriod }) =>
    !isPositiveInteger(introductoryRatePeriod) && !isNotApplicableOrExempt(introductoryRatePeriod),
};
