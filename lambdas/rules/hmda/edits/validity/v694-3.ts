import type { LarEdit } from '../../edit.ts';
import { isYesNoOrExempt } from './families/yes-no-exempt.ts';

export const v694_3: LarEdit = {
  id: 'V694-3',
  kind: 'validity',
  text: 'If Action Taken equals 1, then Initially Payable to Your Institution must equal 1111, 1 or 2.',
  fields: ['actionTaken', 'initiallyPayableToInstitution'],
  fails: ({ actionTaken, initiallyPayableToInstitution }) =>
    actionTaken === '1' && !isYesNoOrExempt(initiallyPayableToInstitution),
};
