import type { LarEdit } from '../../edit.ts';
import { isExempt } from '../../reported-words.ts';
import { isElectedInPart } from './families/exemption-elections.ts';

export const v709: LarEdit = {
  id: 'V709',
  kind: 'validity',
  text: 'If the Street Address, City, or Zip Code is reported Exempt, then all three must be reported Exempt.',
  fields: ['streetAddress', 'city', 'zipCode'],
  fails: ({ streetAddress, city, zipCode }) => isElectedInPart(isExempt, [streetAddress, city, zipCode]),
};
