import type { LarEdit } from '../../edit.ts';
import { numberOf } from '../../numbers.ts';

const LEAST_PERCENT = 1;

export const q651: LarEdit = {
  id: 'Q651',
  kind: 'quality',
  text: 'The CLTV reported is greater than 0 but less than 1, which may indicate a misplaced decimal point.',
  through: 2024,
  fields: ['combinedLoanToValueRatio'],
  fails: ({ combinedLoanToValueRatio: combined }) =>
    numberOf(combined) > 0 && numberOf(combined) < LEAST_PERCENT,
};
