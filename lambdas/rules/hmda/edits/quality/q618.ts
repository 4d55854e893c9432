import type { LarEdit } from '../../edit.ts';

export const q618: LarEdit = {
  id: 'Q618',
  kind: 'quality',
  text: 'If Construction Method equals 2, then Manufactured Home Secured Property Type generally should not be 3.',
  fields: ['constructionMethod', 'manufacturedHomeSecuredPropertyType'],
  fails: ({ constructionMethod, manufacturedHomeSecuredPropertyType: type }) =>
    constructionMethod === '2' && type === '3',
};
