import type { LarEdit } from '../../edit.ts';
import { isDigits } from '../../numbers.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';

export const v695_1: LarEdit = {
  id: 'V695-1',
  kind: 'validity',
  text: 'NMLSR Identifier must be a valid NMLSR ID in integer format, NA, or Exempt, and cannot be left blank.',
  fields: ['nmlsrIdentifier'],
  fails: ({ nmlsrIdentifier }) => !isDigits(nmlsrIdentifier) && !isNotApplicableOrExempt(nmlsrIdentifier),
};
