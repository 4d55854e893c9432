import type { LarEdit } from '../../edit.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';
import { isZipCode } from './families/zip-codes.ts';

export const v624: LarEdit = {
  id: 'V624',
  kind: 'validity',
  text: 'The required format for Zip Code is 12345-1010, 12345, Exempt, or NA, and it cannot be left blank.',
  fields: ['zipCode'],
  fails: ({ zipCode }) => !isNotApplicableOrExempt(zipCode) && !isZipCode(zipCode),
};
