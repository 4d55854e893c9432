import type { LarEdit } from '../../edit.ts';
import { isBlank } from '../../reported-words.ts';

export const v620: LarEdit = {
  id: 'V620',
  kind: 'validity',
  text: 'Street Address cannot be left blank.',
  fields: ['streetAddress'],
  fails: ({ streetAddress }) => isBlank(streetAddress.trim()),
};
