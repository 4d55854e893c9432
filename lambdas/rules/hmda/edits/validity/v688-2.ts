import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';

const isWithdrawnOrIncomplete = oneOf('4 5');

export const v688_2: LarEdit = {
  id: 'V688-2',
  kind: 'validity',
  text: 'If Action Taken equals 4 or 5, then Property Value must be Exempt or NA.',
  fields: ['actionTaken', 'propertyValue'],
  fails: ({ actionTaken, propertyValue }) =>
    isWithdrawnOrIncomplete(actionTaken) && !isNotApplicableOrExempt(propertyValue),
};
