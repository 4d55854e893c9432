import type { LarEdit } from '../../edit.ts';
import { isNotApplicable } from '../../reported-words.ts';

export const q620: LarEdit = {
  id: 'Q620',
  kind: 'quality',
  text: 'If Business or Commercial Purpose equals 2, then NMLSR ID generally should not be NA.',
  fields: ['businessOrCommercialPurpose', 'nmlsrIdentifier'],
  fails: ({ businessOrCommercialPurpose, nmlsrIdentifier }) =>
    businessOrCommercialPurpose === '2' && isNotApplicable(nmlsrIdentifier),
};
