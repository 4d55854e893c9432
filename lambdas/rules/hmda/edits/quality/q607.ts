import type { LarEdit } from '../../edit.ts';
import { numberOf } from '../../numbers.ts';

const MOST_AMOUNT = 250_000;

export const q607: LarEdit = {
  id: 'Q607',
  kind: 'quality',
  text: 'If Lien Status equals 2, then Loan Amount generally should be less than or equal to $250 thousand (entered as 250000).',
  fields: ['loanAmount', 'lienStatus'],
  fails: ({ lienStatus, loanAmount }) => lienStatus === '2' && numberOf(loanAmount) > MOST_AMOUNT,
};
