import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';

const isConstructionMethod = oneOf('1 2');

export const v615_1: LarEdit = {
  id: 'V615-1',
  kind: 'validity',
  text: 'Construction Method must equal 1 or 2, and cannot be left blank.',
  fields: ['constructionMethod'],
  fails: ({ constructionMethod }) => !isConstructionMethod(constructionMethod),
};
