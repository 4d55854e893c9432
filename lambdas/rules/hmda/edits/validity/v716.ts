import type { LarEdit } from '../../edit.ts';
import { isNotApplicable } from '../../reported-words.ts';
import { fipsOfState } from '../../state-codes.ts';
import { isCounty } from './families/county-codes.ts';

export const v716: LarEdit = {
  id: 'V716',
  kind: 'validity',
  text: 'The reported State and County are not a valid combination. If neither State nor County were reported NA, then the County must be located within the State.',
  fields: ['state', 'county'],
  fails: ({ state, county }, { reference }) =>
    !isNotApplicable(state) &&
    !isNotApplicable(county) &&
    !(isCounty(county, reference) && county.slice(0, 2) === fipsOfState(state)),
};
