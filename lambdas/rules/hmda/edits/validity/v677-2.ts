import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';

const hasNoInterestRate = oneOf('3 4 5 7');

export const v677_2: LarEdit = {
  id: 'V677-2',
  kind: 'validity',
  text: 'If Action Taken equals 3, 4, 5, or 7; then Interest Rate must be Exempt or NA.',
  fields: ['actionTaken', 'interestRate'],
  fails: ({ actionTaken, interestRate }) =>
    hasNoInterestRate(actionTaken) && !isNotApplicableOrExempt(interestRate),
};
