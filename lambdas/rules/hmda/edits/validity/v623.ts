import type { LarEdit } from '../../edit.ts';
import { isNotApplicable } from '../../reported-words.ts';
import { isStateCode } from '../../state-codes.ts';

export const v623: LarEdit = {
  id: 'V623',
  kind: 'validity',
  text: 'State must be either a two letter state code or NA, and cannot be left blank.',
  fields: ['state'],
  fails: ({ state }) => !isNotApplicable(state) && !isStateCode(state),
};
