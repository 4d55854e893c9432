import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';

const isPreapprovalRequest = oneOf('7 8');

export const v613_2: LarEdit = {
  id: 'V613-2',
  kind: 'validity',
  text: 'If Action Taken equals 7 or 8, then Preapproval must equal 1.',
  fields: ['preapproval', 'actionTaken'],
  fails: ({ preapproval, actionTaken }) => isPreapprovalRequest(actionTaken) && preapproval !== '1',
};
