import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';

const isInitiallyPayable = oneOf('1111 1 2 3');

export const v694_1: LarEdit = {
  id: 'V694-1',
  kind: 'validity',
  text: 'Initially Payable to Your Institution must equal 1111, 1, 2 or 3, and cannot be left blank.',
  fields: ['initiallyPayableToInstitution'],
  fails: ({ initiallyPayableToInstitution }) => !isInitiallyPayable(initiallyPayableToInstitution),
};
