import type { LarEdit } from '../../edit.ts';
import { isNotApplicable } from '../../reported-words.ts';

const TRACT = /^\d{11}$/;

export const v625_1: LarEdit = {
  id: 'V625-1',
  kind: 'validity',
  text: 'The required format for Census Tract is an eleven-digit number or NA, and it cannot be left blank.',
  fields: ['censusTract'],
  fails: ({ censusTract }) => !isNotApplicable(censusTract) && !TRACT.test(censusTract),
};
