import type { LarEdit } from '../../edit.ts';

export const q619: LarEdit = {
  id: 'Q619',
  kind: 'quality',
  text: 'If Construction Method equals 2, then Manufactured Home Land Property Interest generally should not be 5.',
  fields: ['constructionMethod', 'manufacturedHomeLandPropertyInterest'],
  fails: ({ constructionMethod, manufacturedHomeLandPropertyInterest: interest }) =>
    constructionMethod === '2' && interest === '5',
};
