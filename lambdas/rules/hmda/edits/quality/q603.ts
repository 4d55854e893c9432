import type { LarEdit } from '../../edit.ts';
import { isDigits } from '../../numbers.ts';
import { isNotApplicable } from '../../reported-words.ts';

export const q603: LarEdit = {
  id: 'Q603',
  kind: 'quality',
  text: 'The County has a population of greater than 30,000 according to the most recent decennial census and was not reported NA; however Census Tract was reported NA.',
  needs: ['smallCounties'],
  fields: ['county', 'censusTract'],
  fails: ({ county, censusTract }, { reference }) =>
    isNotApplicable(censusTract) && isDigits(county) && reference.smallCounties?.has(county) === false,
};
