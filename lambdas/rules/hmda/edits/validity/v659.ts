import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';

const isLienStatus = oneOf('1 2');

export const v659: LarEdit = {
  id: 'V659',
  kind: 'validity',
  text: 'Lien Status must equal 1 or 2, and cannot be left blank.',
  fields: ['lienStatus'],
  fails: ({ lienStatus }) => !isLienStatus(lienStatus),
};
