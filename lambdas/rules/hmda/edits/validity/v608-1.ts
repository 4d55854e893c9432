import type { LarEdit } from '../../edit.ts';
import { isUliFormat } from '../../uli.ts';
import { isAsLongAsUli } from './families/uli-length.ts';

export const v608_1: LarEdit = {
  id: 'V608-1',
  kind: 'validity',
  text: 'If your institution is reporting a ULI, the required format for ULI is alphanumeric with at least 23 characters and up to 45 characters, and it cannot be left blank.',
  fields: ['uli'],
  fails: ({ uli }) => isAsLongAsUli(uli) && !isUliFormat(uli),
};
