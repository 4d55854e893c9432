import type { SheetEdit } from '../../edit.ts';

const LEI = /^[0-9A-Za-z]{20}$/;

/** The sheet's own LEI; that of each row is held against the same rule. */
export const v600: SheetEdit = {
  id: 'V600',
  kind: 'validity',
  text: 'The required format for LEI is alphanumeric with 20 characters, and it cannot be left blank.',
  fields: ['lei'],
  fails: ({ lei }) => !LEI.test(lei),
};
