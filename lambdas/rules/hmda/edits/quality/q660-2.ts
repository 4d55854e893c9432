import type { LarEdit } from '../../edit.ts';

const SEPARATOR = /[;&]|\band\b/i;

export const q660_2: LarEdit = {
  id: 'Q660-2',
  kind: 'quality',
  text: 'The reported Street Address includes separator values such as: “;”,“&”, or the word “and“, which may indicate that more than one address was reported.',
  fields: ['streetAddress'],
  fails: ({ streetAddress }) => SEPARATOR.test(streetAddress),
};
