import type { LarEdit } from '../../edit.ts';

const SPECIAL = /[?!*%^@[\]{}<>_+=]|\btbd\b/i;

export const q660_3: LarEdit = {
  id: 'Q660-3',
  kind: 'quality',
  text: 'The reported Street Address includes special characters, such as the values: ?, !, *, %, ^, @, [, ], {, } ,<,>,_, +, = or the word “tbd”, which may indicate that an invalid address was reported.',
  fields: ['streetAddress'],
  fails: ({ streetAddress }) => SPECIAL.test(streetAddress),
};
