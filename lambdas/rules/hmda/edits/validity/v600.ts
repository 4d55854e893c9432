import type { LarEdit } from '../../edit.ts';
import { isLei } from './families/lei-format.ts';

export const v600: LarEdit = {
  id: 'V600',
  kind: 'validity',
  text: 'The required format for LEI is alphanumeric with 20 characters, and it cannot be left blank.',
  fields: ['lei'],
  fails: ({ lei }) => !isLei(lei),
};
