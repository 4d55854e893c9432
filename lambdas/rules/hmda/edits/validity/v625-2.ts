import type { LarEdit } from '../../edit.ts';
import { isNotApplicable } from '../../reported-words.ts';

export const v625_2: LarEdit = {
  id: 'V625-2',
  kind: 'validity',
  text: 'If Census Tract is not reported NA, then the number provided must be a valid census tract number defined by the U.S. Census Bureau.',
  needs: ['tracts'],
  fields: ['censusTract'],
  fails: ({ censusTract }, { reference }) =>
    !isNotApplicable(censusTract) && reference.tracts?.has(censusTract) === false,
};
