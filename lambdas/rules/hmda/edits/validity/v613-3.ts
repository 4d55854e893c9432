import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';

const isNoPreapprovalRequest = oneOf('3 4 5 6');

export const v613_3: LarEdit = {
  id: 'V613-3',
  kind: 'validity',
  text: 'If Action Taken equals 3, 4, 5 or 6, then Preapproval must equal 2.',
  fields: ['preapproval', 'actionTaken'],
  fails: ({ preapproval, actionTaken }) => isNoPreapprovalRequest(actionTaken) && preapproval !== '2',
};
