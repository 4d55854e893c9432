import type { LarEdit } from '../../edit.ts';
import { numberOf } from '../../numbers.ts';

const LIMIT_THOUSANDS = 10_000;

export const q606: LarEdit = {
  id: 'Q606',
  kind: 'quality',
  text: 'If Income is a number, then it generally should be less than $10 million (entered as 10000).',
  fields: ['income'],
  fails: ({ income }) => numberOf(income) >= LIMIT_THOUSANDS,
};
