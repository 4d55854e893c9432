import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';

const followsPreapproval = oneOf('1 2 7 8');

export const v613_4: LarEdit = {
  id: 'V613-4',
  kind: 'validity',
  text: 'If Preapproval equals 1, then Action Taken must equal 1, 2, 7 or 8.',
  fields: ['preapproval', 'actionTaken'],
  fails: ({ preapproval, actionTaken }) => preapproval === '1' && !followsPreapproval(actionTaken),
};
