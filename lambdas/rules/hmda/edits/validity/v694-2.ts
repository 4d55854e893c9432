import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';

const isNoChannel = oneOf('1111 3');

export const v694_2: LarEdit = {
  id: 'V694-2',
  kind: 'validity',
  text: 'If Action Taken equals 6, then Initially Payable to Your Institution must equal 1111 or 3.',
  fields: ['actionTaken', 'initiallyPayableToInstitution'],
  fails: ({ actionTaken, initiallyPayableToInstitution }) =>
    actionTaken === '6' && !isNoChannel(initiallyPayableToInstitution),
};
