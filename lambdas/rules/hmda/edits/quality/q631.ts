import type { LarEdit } from '../../edit.ts';
import { numberOf } from '../../numbers.ts';
import { oneOf } from '../../one-of.ts';

const isInsuredOrGuaranteed = oneOf('2 3 4');
const MOST_UNITS = 4;

export const q631: LarEdit = {
  id: 'Q631',
  kind: 'quality',
  text: 'If Loan Type equals 2, 3 or 4, then Total Units generally should be less than or equal to 4.',
  fields: ['loanType', 'totalUnits'],
  fails: ({ loanType, totalUnits }) => isInsuredOrGuaranteed(loanType) && numberOf(totalUnits) > MOST_UNITS,
};
