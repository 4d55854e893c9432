import type { LarEdit } from '../../edit.ts';
import { isYesNoOrExempt } from './families/yes-no-exempt.ts';

export const v708: LarEdit = {
  id: 'V708',
  kind: 'validity',
  text: 'Business or Commercial Purpose must equal 1111, 1 or 2, and cannot be left blank.',
  fields: ['businessOrCommercialPurpose'],
  fails: ({ businessOrCommercialPurpose }) => !isYesNoOrExempt(businessOrCommercialPurpose),
};
