import type { LarEdit } from '../../edit.ts';
import { isInteger } from '../../numbers.ts';
import { isNotApplicable } from '../../reported-words.ts';

export const v654_1: LarEdit = {
  id: 'V654-1',
  kind: 'validity',
  text: 'Income must be either a positive or negative integer rounded to the nearest thousand or NA, and cannot be left blank.',
  fields: ['income'],
  fails: ({ income }) => !isInteger(income) && !isNotApplicable(income),
};
