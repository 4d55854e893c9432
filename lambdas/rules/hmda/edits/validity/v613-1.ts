import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';

const isPreapproval = oneOf('1 2');

export const v613_1: LarEdit = {
  id: 'V613-1',
  kind: 'validity',
  text: 'Preapproval must equal 1 or 2, and cannot be left blank.',
  fields: ['preapproval'],
  fails: ({ preapproval }) => !isPreapproval(preapproval),
};
