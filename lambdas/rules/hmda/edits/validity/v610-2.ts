import type { LarEdit } from '../../edit.ts';
import { isNotApplicable } from '../../reported-words.ts';

export const v610_2: LarEdit = {
  id: 'V610-2',
  kind: 'validity',
  text: 'If Action Taken equals 6, then Application Date must be NA, and the reverse must be true.',
  fields: ['actionTaken', 'applicationDate'],
  fails: ({ actionTaken, applicationDate }) => (actionTaken === '6') !== isNotApplicable(applicationDate),
};
