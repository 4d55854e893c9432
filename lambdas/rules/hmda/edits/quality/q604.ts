import type { LarEdit } from '../../edit.ts';
import { fipsOfState } from '../../state-codes.ts';
import { isNotApplicable, isNotApplicableOrExempt } from '../../reported-words.ts';

/** The first two digits of a county's code are its state's; a list of counties, where given, tells more. */
export const q604: LarEdit = {
  id: 'Q604',
  kind: 'quality',
  text: 'The reported State and County are not a valid combination. If neither State nor County were reported NA, then the County must be located within the State.',
  fields: ['county', 'state'],
  fails: ({ county, state }, { reference }) => {
    if (isNotApplicable(county) || isNotApplicableOrExempt(state)) return false;
    const isKnown = reference.counties?.has(county) ?? true;
    return !isKnown || county.slice(0, 2) !== fipsOfState(state);
  },
};
