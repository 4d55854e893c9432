import type { LarEdit } from '../../edit.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';
import { isAboveZero } from './families/number-ranges.ts';

export const v688_1: LarEdit = {
  id: 'V688-1',
  kind: 'validity',
  text: 'Property Value must be either a number greater than 0, Exempt, or NA, and cannot be left blank.',
  fields: ['propertyValue'],
  fails: ({ propertyValue }) => !isAboveZero(propertyValue) && !isNotApplicableOrExempt(propertyValue),
};
