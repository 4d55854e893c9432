import type { LarEdit } from '../../edit.ts';
import { numberOf } from '../../numbers.ts';

const LEAST_PERCENT = 1.5;

export const q651_1: LarEdit = {
  id: 'Q651-1',
  kind: 'quality',
  text: 'The CLTV reported is greater than 0 but less than 1.5, which may indicate a misplaced decimal point, as CLTV should be reported as a percentage.',
  from: 2025,
  fields: ['combinedLoanToValueRatio'],
  fails: ({ combinedLoanToValueRatio: combined }) =>
    numberOf(combined) > 0 && numberOf(combined) < LEAST_PERCENT,
};
