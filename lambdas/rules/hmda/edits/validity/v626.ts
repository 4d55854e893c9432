import type { LarEdit } from '../../edit.ts';
import { isNotApplicable } from '../../reported-words.ts';
import { isCounty } from './families/county-codes.ts';

/** Whether the code is a county at all is asked where the list of counties is at hand. */
export const v626: LarEdit = {
  id: 'V626',
  kind: 'validity',
  text: 'The required format for County is a five-digit FIPS code or NA, and it cannot be left blank.',
  fields: ['county'],
  fails: ({ county }, { reference }) => !isNotApplicable(county) && !isCounty(county, reference),
};
