import type { LarEdit } from '../../edit.ts';
import { numberOf } from '../../numbers.ts';

const LIMIT_PERCENT = 150;

export const q651_2: LarEdit = {
  id: 'Q651-2',
  kind: 'quality',
  text: 'The CLTV should generally fall below 150, please review the information in your file for accuracy.',
  from: 2025,
  fields: ['combinedLoanToValueRatio'],
  fails: ({ combinedLoanToValueRatio }) => numberOf(combinedLoanToValueRatio) >= LIMIT_PERCENT,
};
