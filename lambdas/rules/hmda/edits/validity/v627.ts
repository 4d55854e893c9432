import type { LarEdit } from '../../edit.ts';
import { isNotApplicable } from '../../reported-words.ts';
import { isCounty } from './families/county-codes.ts';

export const v627: LarEdit = {
  id: 'V627',
  kind: 'validity',
  text: 'If County and Census Tract are not reported NA, they must be a valid combination of information. The first five digits of the Census Tract must match the reported five-digit County FIPS code.',
  fields: ['county', 'censusTract'],
  fails: ({ county, censusTract }, { reference }) =>
    !isNotApplicable(county) &&
    !isNotApplicable(censusTract) &&
    !(isCounty(county, reference) && censusTract.startsWith(county)),
};
