import type { LarEdit } from '../../edit.ts';
import { isBlank } from '../../reported-words.ts';

export const v621: LarEdit = {
  id: 'V621',
  kind: 'validity',
  text: 'City cannot be left blank.',
  fields: ['city'],
  fails: ({ city }) => isBlank(city.trim()),
};
