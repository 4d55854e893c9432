import type { LarEdit } from '../../edit.ts';
import { numberOf } from '../../numbers.ts';

const LEAST_PERCENT = 1;

export const q652: LarEdit = {
  id: 'Q652',
  kind: 'quality',
  text: 'The DTI reported is greater than 0 but less than 1, which may indicate a misplaced decimal point.',
  fields: ['debtToIncomeRatio'],
  fails: ({ debtToIncomeRatio }) =>
    numberOf(debtToIncomeRatio) > 0 && numberOf(debtToIncomeRatio) < LEAST_PERCENT,
};
