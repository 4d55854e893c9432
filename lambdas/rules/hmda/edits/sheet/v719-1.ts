import type { SheetEdit } from '../../edit.ts';

const LETTER = /\p{Letter}/u;

export const v719_1: SheetEdit = {
  id: 'V719-1',
  kind: 'validity',
  text: 'The required format for Financial Institution Name is alphanumeric. The Financial Institution Name field contains only numbers and no letters.',
  fields: ['institutionName'],
  fails: ({ institutionName }) => institutionName !== '' && !LETTER.test(institutionName),
};
