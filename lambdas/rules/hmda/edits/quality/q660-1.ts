import type { LarEdit } from '../../edit.ts';

const MOST_CHARACTERS = 100;

export const q660_1: LarEdit = {
  id: 'Q660-1',
  kind: 'quality',
  text: 'The Street Address reported is longer than 100 characters, which may indicate that more than one address was reported.',
  fields: ['streetAddress'],
  fails: ({ streetAddress }) => streetAddress.length > MOST_CHARACTERS,
};
