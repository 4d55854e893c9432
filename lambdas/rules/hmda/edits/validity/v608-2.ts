import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';
import { isNuliFormat } from '../../uli.ts';
import { isAsLongAsUli } from './families/uli-length.ts';

const isNoIdentifier = oneOf('NA EXEMPT 1111');

export const v608_2: LarEdit = {
  id: 'V608-2',
  kind: 'validity',
  text: 'The required format for NULI is alphanumeric with at least 1 character and no more than 22 characters, and it cannot be NA, Exempt, 1111 or left blank.',
  fields: ['uli'],
  fails: ({ uli }) => !isAsLongAsUli(uli) && (!isNuliFormat(uli) || isNoIdentifier(uli.toUpperCase())),
};
