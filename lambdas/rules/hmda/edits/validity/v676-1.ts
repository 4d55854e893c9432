import type { LarEdit } from '../../edit.ts';
import { isBlank, isNotApplicableOrExempt } from '../../reported-words.ts';
import { isAboveZero } from './families/number-ranges.ts';

export const v676_1: LarEdit = {
  id: 'V676-1',
  kind: 'validity',
  text: 'Lender Credits must be a number greater than 0, blank, Exempt, or NA.',
  fields: ['lenderCredits'],
  fails: ({ lenderCredits }) =>
    !isBlank(lenderCredits) && !isAboveZero(lenderCredits) && !isNotApplicableOrExempt(lenderCredits),
};
