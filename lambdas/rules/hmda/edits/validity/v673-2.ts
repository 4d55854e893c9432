import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';

const isNotOriginated = oneOf('2 3 4 5 6 7 8');

export const v673_2: LarEdit = {
  id: 'V673-2',
  kind: 'validity',
  text: 'If Action Taken equals 2, 3, 4, 5, 6, 7 or 8 then Total Points and Fees must be Exempt or NA.',
  fields: ['actionTaken', 'totalPointsAndFees'],
  fails: ({ actionTaken, totalPointsAndFees }) =>
    isNotOriginated(actionTaken) && !isNotApplicableOrExempt(totalPointsAndFees),
};
